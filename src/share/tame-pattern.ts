import { Problem } from '../base/problem';

const MOST = { letters: 200, groups: 4, optional: 4, repeats: 2 };

/**
 * Passes regular expressions whose work stays small on any short text. Others can take longer than
 * anybody lives, and nothing can stop one that runs: groups that repeat (`(a+)+`), many repeats
 * behind each other, many choices.
 *
 * @throws {Problem} `chart-pattern`
 */
export function tamePattern(pattern: string): void {
  const plain = pattern
    .replace(/\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(<?[=!]|:|<\w+>)/g, '(');
  const count = (what: RegExp): number => plain.match(what)?.length ?? 0;
  const isTame =
    pattern.length <= MOST.letters &&
    !/\)[*+{]/.test(plain) &&
    count(/\(/g) <= MOST.groups &&
    count(/\?/g) <= MOST.optional &&
    count(/[*+{]/g) <= MOST.repeats;
  if (!isTame) throw new Problem('chart-pattern', { pattern: pattern.slice(0, 40) });
}
