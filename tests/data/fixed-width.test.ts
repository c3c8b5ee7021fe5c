import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells, kinds, read, readShared, sharedData, table } from './reading';

const ORDERS = `id day amount note
00001 19970101    1.50 first one
00002 19970102   12.00 second
00004 19970103  112.25 third
00004 19970104    0.75 fourth
00007 19970105    3.00 fifth
`;

describe('a text whose columns have a fixed width', () => {
  it('is cut where it is told to be, the last column taking the rest', async () => {
    const format = { widths: [6, 9, 7, 5] };
    expect(table(await read(ORDERS, { format }))).toEqual({
      id: ['00001', '00002', '00004', '00004', '00007'],
      day: [19970101, 19970102, 19970103, 19970104, 19970105],
      amount: [1.5, 12, 112.25, 0.75, 3],
      note: ['first one', 'second', 'third', 'fourth', 'fifth'],
    });
  });

  it('takes other names and a file without a heading', async () => {
    const format = { widths: [3, 2], header: false, names: ['left', 'right'] };
    const found = await read('a  1\nbcd2\n', { format });
    expect(table(found)).toEqual({ left: ['a', 'bcd'], right: [1, 2] });
    expect(found.warnings).toEqual([]);
  });

  it('counts characters, not bytes, and keeps quotes', async () => {
    const format = { widths: [4, 3], header: false, names: ['name', 'n'] };
    expect(table(await read('Åse 1\n"x" 2\n日本語 3\n', { format }))).toEqual({
      name: ['Åse', '"x"', '日本語'],
      n: [1, 2, 3],
    });
  });

  it('has cells missing where a line ends early', async () => {
    const format = { widths: [2, 2, 2], header: false, names: ['a', 'b', 'c'] };
    expect(table(await read('1 2 3\n4\n\n5 6 7\r\n', { format }))).toEqual({
      a: [1, 4, 5],
      b: [2, null, 6],
      c: [3, null, 7],
    });
  });

  it('is recognised by its blanks when nothing else parts the cells', async () => {
    const lines = ['u1  20260301    9.50', 'u22 20260302   19.95', 'u3  20260303  119.00'];
    const found = await read(`user date amount\n${[...lines, ...lines].join('\n')}\n`);
    expect(kinds(found)).toEqual({ user: 'text', date: 'time', amount: 'number' });
    expect(cells(found.columns[2]!).slice(0, 3)).toEqual([9.5, 19.95, 119]);
  });

  it('is not seen in a list of sentences', async () => {
    const sentences = ['name', 'Ana Li', 'Bo Chen', 'C D', 'Eve Fox', 'Gus Hay', 'Ida Jo'];
    const found = await read(`${sentences.join('\n')}\n`);
    expect(found.columns.map(({ name }) => name)).toEqual(['name']);
    expect(found.rows).toBe(6);
  });

  it('gives the table it was made from', async () => {
    const cell = fc.stringMatching(/^[a-z0-9åß"'.]{1,7}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), async (rows) => {
        const text = rows.map((row) => row.map((each) => each.padEnd(8)).join('')).join('\n');
        const format = { widths: [8, 8, 8], header: false, names: ['a', 'b', 'c'] };
        const found = await read(text, { format });
        const expected = await read(
          rows
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
            .join('\n'),
          { format: { delimiter: ',', header: false, names: ['a', 'b', 'c'] } },
        );
        expect(table(found)).toEqual(table(expected));
      }),
    );
  });
});

describe.skipIf(!sharedData())('CDNOW', () => {
  it('is read as it comes: customers, days, pieces and dollars', async () => {
    const found = await readShared('cdnow/CDNOW_master.txt.gz');
    expect(found.rows).toBe(69_659);
    expect(kinds(found)).toEqual({
      customer_id: 'text',
      date: 'time',
      number_of_cds: 'number',
      dollar_value: 'number',
    });
    const [customers, days, pieces, dollars] = found.columns.map(cells);
    expect(new Set(customers).size).toBe(23_570);
    expect(Math.min(...(days as number[]))).toBe(Date.UTC(1997, 0, 1));
    expect(Math.max(...(days as number[]))).toBe(Date.UTC(1998, 5, 30));
    const sum = (values: unknown[]) => (values as number[]).reduce((a, b) => a + b, 0);
    expect(sum(pieces!)).toBe(167_881);
    expect(sum(dollars!)).toBeCloseTo(2_500_315.63, 4);
  });
});
