import fc from 'fast-check';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { column } from '../../src/data/dataset';
import { read, table } from './reading';

function parquet(columnData: ColumnSource[], rowGroupSize?: number): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData, ...(rowGroupSize && { rowGroupSize }) }));
}

describe('readDataset() of Parquet', () => {
  it('gives back any table that was written, in any number of row groups', async () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 5 });
    const text = fc.string({ minLength: 1 }).map((body) => `t${body}`);
    const rows = fc.array(
      fc.record({
        number: maybe(fc.double({ noNaN: true, noDefaultInfinity: true })),
        int: maybe(fc.integer()),
        long: maybe(fc.maxSafeInteger()),
        text: maybe(fc.oneof(text, fc.constantFrom('ta', 'tb'))),
        flag: maybe(fc.boolean()),
        time: maybe(fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-01-01') })), // prettier-ignore
      }),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (rows, group) => {
        const data = <K extends keyof (typeof rows)[0]>(name: K) => rows.map((row) => row[name]);
        const bytes = parquet(
          [
            { name: 'number', type: 'DOUBLE', data: data('number') },
            { name: 'int', type: 'INT32', data: data('int') },
            { name: 'long', type: 'INT64', data: data('long').map((value) => value === null ? null : BigInt(value)) }, // prettier-ignore
            { name: 'text', type: 'STRING', data: data('text') },
            { name: 'flag', type: 'BOOLEAN', data: data('flag') },
            { name: 'time', type: 'TIMESTAMP', data: data('time') },
          ],
          group,
        );
        const dataset = await read(bytes, { name: 'x.parquet' });
        expect(dataset.warnings).toEqual([]);
        const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
        for (const name of ['number', 'int', 'long', 'text', 'flag', 'time'] as const) {
          expect(table(dataset)[name], name).toEqual(data(name).map(plain));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps integers beyond 2^53 as text and says so', async () => {
    const bytes = parquet([{ name: 'id', type: 'INT64', data: [1n, 2n ** 60n + 1n, null] }]);
    const dataset = await read(bytes, { name: 'x.parquet' });
    expect(table(dataset)).toEqual({ id: ['1', '1152921504606846977', null] });
    expect(dataset.warnings).toMatchObject([{ code: 'integers-as-text', args: { column: 'id' } }]);
  });

  it('leaves texts of digits and NA texts, and takes ISO times for times', async () => {
    const bytes = parquet([
      { name: 'zip', type: 'STRING', data: ['1', '2'] },
      { name: 'region', type: 'STRING', data: ['NA', 'null'] },
      { name: 'at', type: 'STRING', data: ['2026-03-02', '2026-03-03'] },
    ]);
    const dataset = await read(bytes, { name: 'x.parquet', timezone: 'Europe/Berlin' });
    expect(table(dataset)).toEqual({
      zip: ['1', '2'],
      region: ['NA', 'null'],
      at: [Date.parse('2026-03-01T23:00Z'), Date.parse('2026-03-02T23:00Z')],
    });
    expect(column(dataset, 'at')).toMatchObject({ kind: 'time', dateOnly: true });
  });

  it('takes JSON for the text it is, and any name for a column', async () => {
    const bytes = parquet([
      { name: '__proto__', type: 'INT32', data: [1, 2] },
      { name: 'extra', type: 'JSON', data: [{ a: 1 }, { a: 1 }] },
    ]);
    const dataset = await read(bytes, { name: 'x.parquet' });
    expect(dataset.columns.map(({ name }) => name)).toEqual(['__proto__', 'extra']);
    expect(column(dataset, 'extra')).toMatchObject({ kind: 'text', values: ['{"a":1}'] });
  });

  it('says what is wrong with a file that is damaged inside', async () => {
    const bytes = parquet([{ name: 'text', type: 'STRING', data: ['a', 'b', 'c'] }]);
    const damaged = Uint8Array.from(bytes);
    damaged.fill(0xff, 4, 20);
    for (const file of [damaged, bytes.subarray(0, 10), bytes.subarray(0, bytes.length - 1)]) {
      await expect(read(file, { name: 'x.parquet' })).rejects.toMatchObject({
        code: 'damaged-file',
        args: { format: 'parquet' },
        at: { file: 'x.parquet' },
      });
    }
  });
});
