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
  const { plain, groups, optional, repeats } = partsOf(pattern);
  const isTame =
    pattern.length <= MOST.letters &&
    !/\)[*+{]/.test(plain) &&
    groups <= MOST.groups &&
    optional <= MOST.optional &&
    repeats <= MOST.repeats;
  if (!isTame) throw new Problem('chart-pattern', { pattern: pattern.slice(0, 40) });
}

/** How many ways a pattern may try in the worst text of so many letters: one for each place of each repeat, twice for each choice. */
export function waysOf(pattern: string, letters: number): number {
  const { optional, repeats } = partsOf(pattern);
  return letters ** (repeats + 1) * 2 ** optional;
}

function partsOf(pattern: string) {
  const plain = pattern
    .replace(/\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(<?[=!]|:|<\w+>)/g, '(');
  const count = (what: RegExp): number => plain.match(what)?.length ?? 0;
  return {
    plain,
    groups: count(/\(/g),
    optional: count(/\?/g),
    repeats: count(/[*+{]/g),
  };
}
