import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDiff } from '../../src/notebook/line-diff';
import { notebookDiff } from '../../src/notebook/notebook-diff';
import { parseNotebook } from '../../src/notebook/parse';

const cell = (id: string, value: number) =>
  `\`\`\`json lift:input ${id}\n{ "kind": "number", "value": ${value} }\n\`\`\`\n`;
const diff = (before: string, after: string) =>
  notebookDiff(parseNotebook(before, 'a.lift.md'), parseNotebook(after, 'b.lift.md')).map(
    ({ kind, isMoved, cell: { id } }) => `${id} ${kind}${isMoved ? ' moved' : ''}`,
  );

describe('the differences of two notebooks', () => {
  it('are told cell by cell, a removed one where it stood', () => {
    const before = [cell('a', 1), cell('b', 1), cell('c', 1)].join('\n');
    const after = [cell('a', 1), cell('c', 2), cell('d', 1)].join('\n');
    expect(diff(before, after)).toEqual(['a same', 'b removed', 'c changed', 'd added']);
  });

  it('say which one cell was moved', () => {
    const before = [cell('a', 1), cell('b', 1), cell('c', 1)].join('\n');
    const after = [cell('c', 1), cell('a', 1), cell('b', 1)].join('\n');
    expect(diff(before, after)).toEqual(['c same moved', 'a same', 'b same']);
  });

  it('find text without a name by what it says', () => {
    const before = `One.\n\n${cell('a', 1)}\nTwo.\n`;
    expect(diff(before, `${cell('a', 1)}\nTwo.\n`)).toEqual([
      'text1 removed',
      'a same',
      'text1 same',
    ]);
  });

  it('of a notebook with itself are none', () => {
    const text = `Hello.\n\n${cell('a', 1)}`;
    expect(diff(text, text)).toEqual(['text1 same', 'a same']);
  });
});

describe('the lines of two texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 })
    .map((l) => l.join('\n'));

  it('make up both of them again', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before, after);
        const side = (kind: string) =>
          lines
            .filter((line) => line.kind !== kind)
            .map((line) => line.text)
            .join('\n');
        expect(side('added')).toBe(before);
        expect(side('removed')).toBe(after);
      }),
    );
  });

  it('keep as many as can be kept', () => {
    const kept = lineDiff('a\nb\nc\nd', 'b\nx\nd').filter(({ kind }) => kind === 'same');
    expect(kept.map((line) => line.text)).toEqual(['b', 'd']);
  });
});
