import type { CodeRead } from '../../src/notebook/references';

/** Stands in for the reader of JavaScript: every word that is not behind a dot and not one of JavaScript's. */
export function identifiersOf(code: string): readonly CodeRead[] {
  return [...code.matchAll(/(?<![.\w"])[A-Za-z_]\w*(?!["\w:])/g)]
    .map((match) => ({
      name: match[0],
      start: match.index,
      end: match.index + match[0].length,
      shorthand:
        /[{,] *$/.test(code.slice(0, match.index)) &&
        /^ *[,}]/.test(code.slice(match.index + match[0].length)),
    }))
    .filter(({ name }) => !['aq', 'op', 'd', 'Math', 'const'].includes(name));
}
