import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffLine, lineDiff } from '../../src/notebook/line-diff';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n')); // prettier-ignore

const without = (diff: readonly DiffLine[], kind: DiffLine['kind']): string =>
  diff
    .filter((line) => line.kind !== kind)
    .map((line) => line.text)
    .join('\n');

const changedLines = (diff: readonly DiffLine[]): number =>
  diff.filter(({ kind }) => kind !== 'same').length;

describe('lineDiff()', () => {
  it('names the lines that came and went', () => {
    expect(lineDiff('a\nb\nc', 'a\nx\nc\nd')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'x' },
      { kind: 'same', text: 'c' },
      { kind: 'added', text: 'd' },
    ]);
  });

  it('holds both texts whole, and swaps with them', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const diff = lineDiff(first, second);
        expect(without(diff, 'added')).toBe(first);
        expect(without(diff, 'removed')).toBe(second);
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
