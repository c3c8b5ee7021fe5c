import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stretch, stretchesOf } from '../../src/workbench/cells/stretches';

interface Cell {
  readonly id: string;
}

const cells = (names: string): readonly Cell[] => [...names].map((id) => ({ id }));
const written = (stretches: readonly Stretch<Cell>[]): string =>
  stretches.map(({ key, cells: own }) => `${key}:${own.map(({ id }) => id).join('')}`).join(' ');

const before: readonly Stretch<Cell>[] = [
  { key: 0, from: 0, cells: cells('abc') },
  { key: 1, from: 3, cells: cells('def') },
];

describe('stretches of a notebook', () => {
  it('begin with 25 cells each', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ id: `c${at}` }));
    expect(stretchesOf(many, []).map(({ key, from, cells: own }) => [key, from, own.length])) //
      .toEqual([
        [0, 0, 25],
        [1, 25, 25],
        [2, 50, 10],
      ]);
  });

  it.each([
    ['keep what did not change', 'abcdef', '0:abc 1:def'],
    ['take a new cell into the one above it', 'abcxdyef', '0:abcx 1:dyef'],
    ['keep all others of one whose first cell is removed', 'abcef', '0:abc 1:ef'],
    ['take a cell that moved past the border', 'abdcef', '0:ab 1:dcef'],
    ['go when all of their cells went', 'abc', '0:abc'],
    ['begin anew with what comes before the first', 'xabcdef', '2:x 0:abc 1:def'],
    ['are none without cells', '', ''],
  ])('%s', (_, names, expected) => {
    expect(written(stretchesOf(cells(names), before))).toBe(expected);
  });

  it('hold every cell once, in order, whatever was before, and say the same when asked again', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 12 });
    fc.assert(
      fc.property(ids, ids, (had, has) => {
        const now = cells(has.join(''));
        const stretches = stretchesOf(now, stretchesOf(cells(had.join('')), before));
        expect(stretches.flatMap(({ cells: own }) => own)).toEqual(now);
        expect(new Set(stretches.map(({ key }) => key)).size).toBe(stretches.length);
        for (const { from, cells: own } of stretches) expect(now[from]).toBe(own[0]);
        expect(stretchesOf(now, stretches)).toEqual(stretches);
      }),
    );
  });
});
