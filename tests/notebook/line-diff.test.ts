import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines, lineDiff } from '../../src/notebook/line-diff';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n')); // prettier-ignore

const sideOf = (diff: ReturnType<typeof lineDiff>, side: 'first' | 'second'): string =>
  diff
    .filter((line) => line.side === 'both' || line.side === side)
    .map((line) => line.text)
    .join('\n');

describe('lineDiff()', () => {
  it('names the lines that came and went', () => {
    expect(lineDiff('a\nb\nc', 'a\nx\nc\nd')).toEqual([
      { side: 'both', text: 'a' },
      { side: 'first', text: 'b' },
      { side: 'second', text: 'x' },
      { side: 'both', text: 'c' },
      { side: 'second', text: 'd' },
    ]);
  });

  it('holds both texts whole, and swaps with them', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const diff = lineDiff(first, second);
        expect(sideOf(diff, 'first')).toBe(first);
        expect(sideOf(diff, 'second')).toBe(second);
        expect(changedLines(lineDiff(second, first))).toBe(changedLines(diff));
        if (first === second) expect(changedLines(diff)).toBe(0);
      }),
    );
  });

  it('changes no more lines than a longest common part leaves', () => {
    expect(changedLines(lineDiff('a\nb\nc\na\nb\nb\na', 'c\nb\na\nb\na\nc'))).toBe(5);
  });

  it('tells very long texts apart as a whole', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, i) => `${word}${i}`).join('\n');
    expect(changedLines(lineDiff(long('a'), long('b')))).toBe(6000);
  });
});
