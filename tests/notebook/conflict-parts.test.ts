import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Keep, conflictParts } from '../../src/notebook/conflict-parts';
import { resolveConflict } from '../../src/notebook/edit';
import type { ConflictCell, Notebook } from '../../src/notebook/notebook';
import { parseNotebook } from '../../src/notebook/parse';
import { writeNotebook } from '../../src/notebook/write';

const metric = (id: string, value: number): string =>
  `\`\`\`json lift:metric ${id}\n{ "value": ${value} }\n\`\`\``;

const conflict = (ours: readonly string[], theirs: readonly string[]): string =>
  ['<<<<<<< main', ...ours, '=======', ...theirs, '>>>>>>> ana', ''].join('\n');

const parse = (text: string): Notebook => parseNotebook(text, 'test.lift.md');

function conflictsIn({ cells }: Notebook): readonly ConflictCell[] {
  return cells.filter((cell) => cell.type === 'conflict');
}

/** Both changed `a`; `b` is the same; ours added `c`, theirs `d`. */
const TEXT = `Before.\n\n${conflict(
  [metric('a', 1), '', metric('b', 0), '', metric('c', 3)],
  [metric('a', 2), '', metric('b', 0), '', metric('d', 4)],
)}\nBehind.\n`;

describe('conflictParts()', () => {
  it('gives each cell as both sides have it', () => {
    const [cell] = conflictsIn(parse(TEXT));
    expect(conflictParts(cell!).map(({ id, ours, theirs }) => [id, ours, theirs])).toEqual([
      ['a', metric('a', 1), metric('a', 2)],
      ['b', metric('b', 0), metric('b', 0)],
      ['c', metric('c', 3), ''],
      ['d', '', metric('d', 4)],
    ]);
  });

  it('leaves together what does not come apart', () => {
    for (const odd of [
      '```js lift:transform t\n1',
      'Title\n=====\n\nText\n=======x',
      '```js\nopen',
    ]) {
      const [cell] = conflictsIn(parse(conflict([metric('a', 1)], [metric('b', 1), '', odd])));
      expect(conflictParts(cell!)).toHaveLength(1);
    }
  });
});

describe('resolveConflict() of a part', () => {
  it('decides one cell and leaves a conflict for each of the others', () => {
    const decided = resolveConflict(parse(TEXT), 'conflict1', 'theirs', 0);
    expect(writeNotebook(decided)).toBe(
      [
        'Before.\n',
        `${metric('a', 2)}\n`,
        `${metric('b', 0)}\n`,
        conflict([metric('c', 3)], []),
        conflict([], [metric('d', 4)]),
        'Behind.\n',
      ].join('\n'),
    );
    expect(decided.problems).toHaveLength(2);
  });

  it('keeps both, ours first', () => {
    const decided = resolveConflict(parse(conflict(['One.'], ['Two.'])), 'conflict1', 'both', 0);
    expect(writeNotebook(decided)).toBe('One.\n\nTwo.\n');
  });

  it('comes, cell by cell, to what a side has as a whole, whatever the sides and the line ends', () => {
    const cells = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdef'), fc.nat(2)), {
      selector: ([id]) => id,
      minLength: 1,
      maxLength: 5,
    });
    const keeps = fc.constantFrom<Keep>('ours', 'theirs');
    fc.assert(
      fc.property(cells, cells, keeps, fc.constantFrom('\n', '\r\n'), (ours, theirs, keep, end) => {
        const side = (of: readonly (readonly [string, number])[]) =>
          of.flatMap(([id, value]) => ['', metric(id, value)]).slice(1);
        const text = conflict(side(ours), side(theirs)).replaceAll('\n', end);
        let notebook = parse(text);
        for (let left = conflictsIn(notebook); left.length > 0; left = conflictsIn(notebook)) {
          const parts = conflictParts(left[0]!);
          const at = parts.findIndex((part) => part.ours !== part.theirs);
          notebook = resolveConflict(notebook, left[0]!.id, keep, Math.max(0, at));
        }
        const kept = (keep === 'ours' ? ours : theirs).map(([id, value]) => `${id}: ${value}`);
        const found = notebook.cells.map(({ id, body }) => `${id}: ${/\d+/.exec(body)?.[0]}`);
        expect([...found].sort()).toEqual([...kept].sort());
        expect(writeNotebook(notebook).replaceAll(end, '')).not.toMatch(/[\r\n<>]/);
      }),
      { numRuns: 60 },
    );
  });
});
