import fc from 'fast-check';
import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/analyses/analysis';
import { arrowFile } from '../../src/data/write-arrow';
import { english } from '../../src/locale/english';
import { csvOf } from '../../src/share/csv';
import { shownTable } from '../../src/share/shown-table';
import { clipboardTable } from '../../src/share/table-clipboard';
import { tableCsv } from '../../src/share/table-csv';
import { tableFields } from '../../src/share/table-fields';
import { tableMarkdown } from '../../src/share/table-markdown';

const TABLE: Table = {
  name: 'results',
  title: 'Results',
  columns: [
    { key: 'metric', title: 'Metric', format: 'text', caption: 'about' },
    { key: 'lift', title: 'Change', format: 'lift' },
    { key: 'lift', title: 'Interval', format: 'lift', interval: { low: 'low', high: 'high' } },
    { key: 'value', title: 'Value', format: { by: 'valueFormat' } },
  ],
  rows: [
    {
      metric: '=1+1',
      about: 'goal, "main"',
      lift: -0.125,
      low: -0.2,
      high: 0.1,
      value: 12.5,
      valueFormat: 'money',
      unit: 'EUR',
    },
    {
      metric: 'a|b',
      about: null,
      lift: null,
      low: null,
      high: null,
      value: 3,
      valueFormat: 'count',
    },
  ],
};

describe('tableCsv()', () => {
  it('holds every field in full digits, and no text that a spreadsheet would run', () => {
    expect(tableCsv(TABLE).split('\r\n')).toEqual([
      'metric,lift,value,about,low,high,valueFormat,unit',
      '\'=1+1,-0.125,12.5,"goal, ""main""",-0.2,0.1,money,EUR',
      'a|b,,3,,,,count,',
      '',
    ]);
  });

  it('writes numbers below zero as numbers', () => {
    expect(csvOf([[-1, '-1']])).toBe("-1,'-1\r\n");
  });

  it('begins no field with what starts a formula, whatever the text', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '');
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const field = csvOf([[first + rest]]).replace(/^"/, '');
        expect(field).not.toMatch(/^[=+\-@\t\r](?!\n)/);
      }),
    );
  });
});

describe('tableMarkdown()', () => {
  it('shows what the reader sees, numbers to the right', () => {
    expect(tableMarkdown(shownTable(TABLE, english, 'UTC'))).toBe(
      [
        '| Metric | Change | Value |',
        '| --- | --: | --: |',
        '| =1+1 (goal, "main") | −12.5 % | €12.50 |',
        '| a\\|b | – | 3 |',
        '',
      ].join('\n'),
    );
  });
});

describe('clipboardTable()', () => {
  it('is HTML for documents and text with tabs for spreadsheets, without formulas', () => {
    const { html, text } = clipboardTable(shownTable(TABLE, english, 'UTC'));
    expect(text.split('\n')[1]).toBe('\'=1+1 (goal, "main")\t−12.5 %\t€12.50');
    expect(html).toContain('<td align="left">&#39;=1+1 (goal, &quot;main&quot;)</td>');
    expect(html.match(/<tr>/g)).toHaveLength(3);
  });
});

describe('arrowFile()', () => {
  it('is read back as it was, numbers as numbers', () => {
    const fields = tableFields(TABLE);
    const rows = TABLE.rows.map((row) => fields.map((field) => row[field] ?? null));
    const table = tableFromIPC(arrowFile(fields, rows));
    expect(table.schema.fields.map(({ name, type }) => `${name}: ${String(type)}`)).toEqual([
      ...['metric: Utf8', 'lift: Float64', 'value: Float64', 'about: Utf8'],
      ...['low: Float64', 'high: Float64', 'valueFormat: Utf8', 'unit: Utf8'],
    ]);
    expect(table.toArray().map((row) => ({ ...row?.toJSON() }))).toEqual(
      rows.map((row) => Object.fromEntries(fields.map((field, k) => [field, row[k]]))),
    );
  });

  it('takes a column of several kinds as text, and one of nothing', () => {
    const table = tableFromIPC(
      arrowFile(
        ['a', 'b'],
        [
          [1, null],
          ['x', null],
          [true, null],
        ],
      ),
    );
    expect([...table.getChild('a')!]).toEqual(['1', 'x', 'true']);
    expect([...table.getChild('b')!]).toEqual([null, null, null]);
  });
});
