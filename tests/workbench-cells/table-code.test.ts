import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json';
import type { Column } from '../../src/data/dataset';
import { RowPages } from '../../src/engine/row-pages';
import { runCode } from '../../src/engine/run-code';
import { tableCode } from '../../src/workbench/cells/table-code';

const base = { missing: 1, unreadable: 0 } as const;
const DAY = 86_400_000;
const COLUMNS: readonly Column[] = [
  {
    ...{ ...base, name: 'who', kind: 'text', values: ['Ann', "O'Neil", 'bob'] },
    codes: Int32Array.of(0, 1, 2, -1, 0),
  },
  { ...base, name: 'net amount', kind: 'number', values: Float64Array.of(5, NaN, 0, -2, 9) },
  { ...base, name: 'member', kind: 'flag', values: Int8Array.of(1, 0, -1, 1, 0) },
  {
    ...{ ...base, name: 'ts', kind: 'time', dateOnly: false },
    values: Float64Array.of(0, DAY, 2 * DAY, NaN, 4 * DAY),
  },
];

const DATASET = { name: 't', fingerprint: '', rows: 5, columns: COLUMNS, warnings: [] };

const WHERES: readonly JsonObject[] = [
  {},
  { who: 'Ann' },
  { who: ['Ann', "O'Neil"] },
  { who: { contains: 'O' } },
  { who: { '!=': 'Ann' } },
  { who: { exists: false } },
  { 'net amount': { '>=': 0 } },
  { 'net amount': { '<': 1, exists: true } },
  { member: true },
  { ts: { '>': '1970-01-02', '<=': '1970-01-05T00:00:00Z' } },
  { who: 'Ann', member: false },
];

describe('tableCode(table, where, sort, columns, instant)', () => {
  it.each(WHERES.flatMap((where) => [null, 'who', 'ts'].map((by) => [where, by] as const)))(
    'gives the rows that the table shows: %j by %s',
    (where, by) => {
      const sort = by === null ? null : { column: by, descending: by === 'ts' };
      const code = tableCode('t', where, sort, COLUMNS, (text) => Date.parse(text));
      const shown = new RowPages().page(DATASET, {
        ...{ notebook: 'n', cell: 't', from: 0, to: 9 },
        ...{ where, ...(sort && { sort }) },
      });
      const tables = { t: { columns: COLUMNS } };
      const answer = runCode({ code, tables, values: {}, timezone: 'UTC', weekStart: 'monday' });
      expect(answer.type, code).toBe('table');
      if (answer.type !== 'table') return;
      const made = {
        ...DATASET,
        rows: answer.rows,
        columns: answer.columns.map((each) => ({ ...each, ...base })),
      };
      const rows = new RowPages().page(made, { notebook: 'n', cell: 't', from: 0, to: 9 }).rows;
      expect(rows, code).toEqual(shown.rows);
    },
  );

  it('is code that a person would write', () => {
    const sort = { column: 'net amount', descending: true };
    expect(tableCode('t', { who: "O'Neil" }, sort, COLUMNS, Date.parse)).toBe(
      "t\n  .filter((d) => d.who === 'O\\'Neil')\n  .orderby(aq.desc('net amount'))",
    );
  });
});
