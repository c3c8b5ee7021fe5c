import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/data/json';
import type { RawTable } from '../../src/data/raw-table';
import { settled } from '../../src/data/settle';
import { cells, cut, kinds, read, table } from './reading';

/** Columns and their cells, once it is settled what they are. */
function settledTable(raw: RawTable) {
  const { columns } = settled(raw, { format: {}, instant: UTC });
  return Object.fromEntries(columns.map((column) => [column.name, [column.kind, cells(column)]]));
}

const UTC = (wall: number) => wall;
const ndjson = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join('\n'); // prettier-ignore

describe('readDataset() of JSON', () => {
  it('reads lines, arrays and records over several lines alike', async () => {
    const records = [
      { user: 'u1', n: 1, ok: true, at: '2026-03-02T09:00:00Z', tags: ['a', 'b'] },
      { user: 'u2', n: null, ok: false, at: '2026-03-02T10:00:00Z' },
      { user: 'u1', n: 2.5, geo: { country: 'DE', city: { name: 'Köln "x"' } } },
    ];
    const expected = {
      user: ['u1', 'u2', 'u1'],
      n: [1, null, 2.5],
      ok: [true, false, null],
      at: [Date.parse('2026-03-02T09:00Z'), Date.parse('2026-03-02T10:00Z'), null],
      tags: ['["a","b"]', null, null],
      'geo.country': [null, null, 'DE'],
      'geo.city.name': [null, null, 'Köln "x"'],
    };
    const spellings = [
      ndjson(records),
      `${ndjson(records).replaceAll('\n', '\r\n\r\n')}\r\n`,
      JSON.stringify(records),
      JSON.stringify(records, null, 2),
      records.map((record) => JSON.stringify(record, null, 2)).join('\n'),
      `\ufeff ${JSON.stringify(records, null, '\t')}\n`,
    ];
    for (const json of spellings) {
      const dataset = await read(json, { name: 'table.json' });
      expect(table(dataset)).toEqual(expected);
      expect(dataset.warnings).toEqual([]);
    }
  });

  it('does not depend on where the text is cut', async () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())); // prettier-ignore
    const records = fc.array(fc.dictionary(fc.string(), value), { minLength: 1, maxLength: 6 });
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(records, fc.constantFrom(0, 1, 2), sizes, async (records, style, sizes) => {
        const json = [ndjson(records), JSON.stringify(records), JSON.stringify(records, null, 1)][style]!; // prettier-ignore
        const bytes = new TextEncoder().encode(json);
        const whole = await readJson(() => cut(bytes, [1_000_000]), UTC);
        const pieces = await readJson(() => cut(bytes, sizes), UTC);
        expect(pieces.rows).toBe(records.length);
        expect(pieces.columns).toEqual(whole.columns);
      }),
      { numRuns: 200 },
    );
  });

  it('reads lines, byte by byte, as it reads an array of the same records', async () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('2026-03-02', '2026-03-02T09:00:00Z', 'null', '12')); // prettier-ignore
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger()); // prettier-ignore
    const value = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.array(text));
    const keys = fc.constantFrom('a', 'b', 'c d', 'ü', '__proto__', 'e"f', '');
    const flat = fc.dictionary(keys, value);
    const nested = fc.dictionary(keys, fc.oneof(value, flat));
    const kinds = [text, number, fc.boolean()].map((each: fc.Arbitrary<string | number | boolean>) => fc.record({ a: fc.option(each), b: each })); // prettier-ignore
    const records = fc.oneof(...[nested, ...kinds].map((each) => fc.array(each, { minLength: 1, maxLength: 8 }))); // prettier-ignore
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.constantFrom('', ' ', '\r'),
        sizes,
        async (records, end, sizes) => {
          const lines = records.map((record) => `${end}${JSON.stringify(record)}${end}\n`).join('');
          const encoded = (text: string) => new TextEncoder().encode(text);
          const byLine = await readJson(() => cut(encoded(lines), sizes), UTC);
          const inArray = await readJson(() => cut(encoded(JSON.stringify(records)), [1_000_000]), UTC); // prettier-ignore
          expect(byLine.rows).toBe(inArray.rows);
          expect(settledTable(byLine)).toEqual(settledTable(inArray));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves out a line that breaks off, and nothing of it stays', async () => {
    const lines = [
      '{"a":"x","n":1}',
      '{"a":"y","n":',
      '{"a":"x","n":7,"b":',
      '{"a":"x"}',
      '{"a":"x","n":2',
    ];
    const dataset = await read(lines.join('\n'), { name: 'x.ndjson' });
    expect(table(dataset)).toEqual({ a: ['x', 'x'], n: [1, null] });
    expect(dataset.columns[0]).toMatchObject({ values: ['x'] });
    expect(dataset.warnings).toEqual([
      { code: 'broken-records', args: { count: 3 }, at: { file: 'x.ndjson', line: 2 } },
    ]);
  });

  it('takes a key for a name, whatever it says', async () => {
    const dataset = await read('{"__proto__": 1, "constructor": 2, "a": {"__proto__": 3}}\n', { name: 'x.json' }); // prettier-ignore
    const found = dataset.columns.map((column) => [column.name, cells(column)[0]]);
    expect(found).toEqual([['__proto__', 1], ['constructor', 2], ['a.__proto__', 3]]); // prettier-ignore
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('keeps texts of digits as the texts they are', async () => {
    const dataset = await read(ndjson([{ id: '12' }, { id: '007' }]), { name: 'x.ndjson' });
    expect(table(dataset)).toEqual({ id: ['12', '007'] });
  });

  it('makes text of a column with values of several types', async () => {
    const dataset = await read(ndjson([{ v: 1 }, { v: 'a' }, {}, { v: true }]), {
      name: 'x.ndjson',
    });
    expect(table(dataset)).toEqual({ v: ['1', 'a', null, 'true'] });
  });

  it('keeps integers beyond 2^53 as text and says so', async () => {
    const json = '{"id": 9007199254740993, "s": "9007199254740993, \\"1\\"", "f": 1e300}\n{"id": 12, "s": "", "f": 1}\n'; // prettier-ignore
    const dataset = await read(json, { name: 'x.ndjson' });
    expect(table(dataset)).toEqual({
      id: ['9007199254740993', '12'],
      s: ['9007199254740993, "1"', null],
      f: [1e300, 1],
    });
    expect(kinds(dataset).f).toBe('number');
    expect(dataset.warnings).toMatchObject([{ code: 'integers-as-text', args: { column: 'id' } }]);
  });

  it('leaves broken records out, counted and located', async () => {
    const dataset = await read('{"a":1}\n{"a":\n"text"\n{"a":2}\n{"a":3', { name: 'x.ndjson' });
    expect(table(dataset)).toEqual({ a: [1, 2] });
    expect(dataset.warnings).toEqual([
      { code: 'broken-records', args: { count: 3 }, at: { file: 'x.ndjson', line: 2 } },
    ]);
  });

  it('says where an array breaks off', async () => {
    const dataset = await read('[\n{"a":1},\n{"a":2},\n{"a":', { name: 'x.json' });
    expect(table(dataset)).toEqual({ a: [1, 2] });
    expect(dataset.warnings).toMatchObject([{ code: 'broken-records', at: { line: 4 } }]);
    const open = await read('[\n{"a":1},\n{"a":2}\n', { name: 'x.json' });
    expect(open.warnings).toMatchObject([{ code: 'broken-records', args: { count: 1 } }]);
  });

  it('survives records nested a hundred thousand deep', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const dataset = await read(`{"b":1}\n${deep}\n{"b":2}\n`, { name: 'x.ndjson' });
    expect(dataset.rows).toBeGreaterThanOrEqual(2);
    expect(table(dataset).b).toContain(2);
  });

  it('opens an empty array as a table without rows', async () => {
    const dataset = await read('[]', { name: 'x.json' });
    expect(dataset).toMatchObject({ rows: 0, columns: [] });
    expect(dataset.warnings.map(({ code }) => code)).toEqual(['no-rows']);
  });
});
