import { describe, expect, it } from 'vitest';
import { dashboardOf, movedTile, resized, tileOf, withTiles } from '../../src/notebook/dashboard';
import { graphOf } from '../../src/notebook/graph';
import { cellAt } from '../../src/notebook/notebook';
import { parseNotebook } from '../../src/notebook/parse';
import { formatNotebook, writeNotebook } from '../../src/notebook/write';

const CELLS = `# Title

\`\`\`json lift:input alpha
{ "kind": "number", "value": 0.05 }
\`\`\`

More text.

\`\`\`json lift:metric rate width=4
{ "value": 1 }
\`\`\`

\`\`\`json lift:chart bars
{ "mark": "bar" }
\`\`\`
`;
const LAYOUT = `
\`\`\`json lift:layout board
{ "cells": { "bars": { "width": 8, "height": 3 }, "alpha": {}, "gone": { "width": 2 } } }
\`\`\`
`;

const read = (text: string) => parseNotebook(text, 'a.lift.md');
const shape = (text: string) =>
  dashboardOf(read(text)).tiles.map(({ cell, width, height }) => [cell.id, width, height]);

describe('the dashboard of a notebook', () => {
  it('without a layout holds the title, numbers and charts, as wide as they ask for', () => {
    expect(shape(CELLS)).toEqual([
      ['text1', 12, null],
      ['rate', 4, null],
      ['bars', 6, null],
    ]);
    expect(dashboardOf(read(CELLS)).inputs.map(({ id }) => id)).toEqual(['alpha']);
  });

  it('is what the layout says, cells that are not there left out', () => {
    expect(shape(CELLS + LAYOUT)).toEqual([['bars', 8, 3]]);
    const { others } = dashboardOf(read(CELLS + LAYOUT));
    expect(others.map(({ id }) => id)).toEqual(['text1', 'text2', 'rate']);
  });

  it('is written as a canonical layout that names cells of the file, and read back as it was', () => {
    const notebook = read(CELLS);
    const tiles = resized(movedTile(dashboardOf(notebook).tiles, 'bars', 0), 'rate', { height: 2 });
    const text = writeNotebook(withTiles(notebook, tiles));
    expect(shape(text)).toEqual([
      ['bars', 6, null],
      ['text1', 12, null],
      ['rate', 4, 2],
    ]);
    expect(text).toContain('<!-- lift:md text1 -->');
    expect(graphOf(read(text), () => []).problems).toEqual([]);
    expect(formatNotebook(read(text))).toBe(text);
  });

  it('is written into the layout that is there, in the new order', () => {
    const notebook = read(CELLS + LAYOUT);
    const rate = tileOf(cellAt(notebook, 'rate'));
    const text = writeNotebook(withTiles(notebook, [rate, ...dashboardOf(notebook).tiles]));
    expect(text).toContain(
      '{ "cells": { "rate": { "width": 4 }, "bars": { "width": 8, "height": 3 } } }',
    );
    expect(text.match(/lift:layout/g)).toHaveLength(1);
  });

  it('keeps sizes within twelve columns and above nothing', () => {
    const { tiles } = dashboardOf(read(CELLS + LAYOUT));
    expect(resized(tiles, 'bars', { width: 9, height: -5 })[0]).toMatchObject({
      width: 12,
      height: null,
    });
    expect(resized(tiles, 'bars', { width: -20 })[0]).toMatchObject({ width: 1, height: 3 });
  });
});
