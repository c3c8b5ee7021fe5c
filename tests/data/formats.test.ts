import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  Bool,
  CompressionType,
  RecordBatchStreamWriter,
  compressionRegistry,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  Struct,
  Table,
  TimestampMicrosecond,
  Utf8,
  tableFromArrays,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { NumberColumn } from '../../src/data/dataset';
import { column } from '../../src/data/dataset';
import { cells, kinds, read, readShared, sharedData, table } from './reading';

const SPELLINGS = [
  'csv', 'json', 'ndjson', 'arrow', 'arrows', 'uncompressed.parquet', 'snappy.parquet',
  'gzip.parquet', 'brotli.parquet', 'zstd.parquet', 'lz4_raw.parquet',
]; // prettier-ignore

describe.skipIf(!sharedData())('the data sets', () => {
  it.each(SPELLINGS)('loads the same table from cookie_cats_20k.%s', async (spelling) => {
    const expected = await readShared('formats/cookie_cats_20k.csv');
    const actual = await readShared(`formats/cookie_cats_20k.${spelling}`);
    expect(actual.rows).toBe(20_000);
    expect(kinds(actual)).toEqual(kinds(expected));
    expect(table(actual)).toEqual(table(expected));
    expect(actual.warnings).toEqual([]);
    const sum = (name: string) => (column(actual, name) as NumberColumn).values.reduce((a, b) => a + b, 0); // prettier-ignore
    const count = (name: string, value: unknown) => table(actual)[name]!.filter((cell) => cell === value).length; // prettier-ignore
    expect({
      rows: actual.rows,
      sum_userid: sum('userid'),
      sum_gamerounds: sum('sum_gamerounds'),
      retention_1_true: count('retention_1', true),
      retention_7_true: count('retention_7', true),
      gate_40: count('version', 'gate_40'),
    }).toEqual(expectedNumbers());
  });

  it.each([
    ['cookie_cats/cookie_cats.csv.gz', 90_189],
    ['hillstrom/hillstrom.csv.gz', 64_000],
    ['ecom_events/ecom.csv.gz', 31_106],
    ['charitable_giving/charitable.csv.gz', 50_083],
    ['marketing_ab_2pct/marketing_AB_sample.csv', 11_762],
    ['online_retail/online_retail.parquet', 541_909],
    ['upworthy/upworthy_clean.parquet', 22_666],
  ])('opens %s with its %i rows and nothing to complain of', async (path, rows) => {
    const dataset = await readShared(path);
    expect(dataset.rows).toBe(rows);
    expect(dataset.warnings).toEqual([]);
    for (const each of dataset.columns) expect(cells(each).length).toBe(rows);
  });

  it('reads the events of the shop alike from CSV and Parquet', async () => {
    const csv = await readShared('ecom_events/ecom.csv.gz');
    const parquet = await readShared('formats/ecom_events.zstd.parquet');
    expect(kinds(csv).timestamp).toBe('time');
    expect(table(parquet)).toEqual(table(csv));
  });

  it('counts the rows of the invoices that name no customer', async () => {
    const dataset = await readShared('online_retail/online_retail.parquet');
    expect(column(dataset, 'CustomerID')).toMatchObject({ kind: 'number', missing: 135_080 });
  });

  it.each([
    'formats/cookie_cats_20k.snappy.parquet',
    'formats/cookie_cats_20k.arrow',
    'formats/cookie_cats_20k.arrows',
    'cookie_cats/cookie_cats.csv.gz',
  ])('says of %s that it is damaged when it is cut off', async (path) => {
    // prettier-ignore
    const { bytes } = fileOf(path);
    const problem = await read(bytes.subarray(0, bytes.length >> 1), { name: path }).catch((error: unknown) => error); // prettier-ignore
    expect(problem).toMatchObject({ code: 'damaged-file', at: { file: path } });
  });
});

function fileOf(path: string) {
  return {
    bytes: new Uint8Array(readFileSync(new URL(`../../../shared/data/${path}`, import.meta.url))),
  };
}

function expectedNumbers(): unknown {
  const text = new TextDecoder().decode(fileOf('formats/expected.json').bytes);
  const { note, ...numbers } = JSON.parse(text) as Record<string, unknown>;
  void note;
  return numbers;
}

/** A frame with its content as it is. @see RFC 8878, section 3.1.1 */
function storedZstd(content: Uint8Array): Uint8Array {
  const frame = new Uint8Array(12 + content.length);
  const view = new DataView(frame.buffer);
  view.setUint32(0, 0xfd2fb528, true);
  frame[4] = 0xa0; // one segment, its size in four bytes
  view.setUint32(5, content.length, true);
  frame.set(
    [1 | ((content.length & 31) << 3), (content.length >> 5) & 255, content.length >> 13],
    9,
  );
  frame.set(content, 12);
  return frame;
}

/** A frame of one block that is not packed. */
function storedLz4(content: Uint8Array): Uint8Array {
  const frame = new Uint8Array(15 + content.length);
  const view = new DataView(frame.buffer);
  view.setUint32(0, 0x184d2204, true);
  frame.set([0x60, 0x70, 0x73], 4);
  view.setUint32(7, (content.length | 0x80000000) >>> 0, true);
  frame.set(content, 11);
  return frame;
}

describe('Arrow', () => {
  it('is read from its buffers: numbers, flags, texts, times and nulls', async () => {
    const times = [Date.parse('2026-03-02T09:00:00Z'), null, Date.parse('2026-03-04T00:00:00Z')];
    const given = new Table({
      int: vectorFromArray([1, null, -3], new Int32()),
      big: vectorFromArray([1n, 2n ** 40n, null], new Int64()),
      float: vectorFromArray([0.5, NaN, null], new Float64()),
      flag: vectorFromArray([true, false, null], new Bool()),
      text: vectorFromArray(['a', '', 'é'], new Utf8()),
      coded: vectorFromArray(['x', null, 'x'], new Dictionary(new Utf8(), new Int32())),
      when: vectorFromArray(times, new TimestampMicrosecond('UTC')),
      day: vectorFromArray(times, new DateDay()),
    });
    for (const kind of ['file', 'stream'] as const) {
      const dataset = await read(tableToIPC(given, kind), { name: 'table.arrow' });
      expect(table(dataset)).toEqual({
        int: [1, null, -3],
        big: [1, 2 ** 40, null],
        float: [0.5, null, null],
        flag: [true, false, null],
        text: ['a', null, 'é'],
        coded: ['x', null, 'x'],
        when: times,
        day: [Date.parse('2026-03-02'), null, times[2]],
      });
      expect(column(dataset, 'day')).toMatchObject({ dateOnly: true, missing: 1 });
      expect(dataset.warnings).toEqual([]);
    }
  });

  it('keeps integers beyond 2^53 as text and says so', async () => {
    const given = new Table({ id: vectorFromArray([1n, 2n ** 60n + 1n], new Int64()) });
    const dataset = await read(tableToIPC(given), { name: 'table.arrow' });
    expect(table(dataset)).toEqual({ id: ['1', '1152921504606846977'] });
    expect(dataset.warnings).toMatchObject([{ code: 'integers-as-text', args: { column: 'id' } }]);
  });

  it('makes columns of the fields of a struct', async () => {
    const type = new Struct([new Field('b', new Int32()), new Field('c', new Utf8())]);
    const given = new Table({
      a: vectorFromArray(
        [
          { b: 1, c: 'x' },
          { b: 2, c: 'y' },
        ],
        type,
      ),
    });
    expect(table(await read(tableToIPC(given), { name: 'table.arrow' }))).toEqual({ 'a.b': [1, 2], 'a.c': ['x', 'y'] }); // prettier-ignore
  });

  it.each([
    ['LZ4', CompressionType.LZ4_FRAME, storedLz4],
    ['ZSTD', CompressionType.ZSTD, storedZstd],
  ])('is read when its bodies are packed with %s', async (_, compressionType, encode) => {
    compressionRegistry.set(compressionType, { encode });
    const given = tableFromArrays({ a: Float64Array.of(1.5, 2.5), b: ['x', 'y'] });
    const writer = new RecordBatchStreamWriter({ compressionType });
    writer.writeAll(given);
    const bytes = await writer.toUint8Array();
    compressionRegistry.set(compressionType, {});
    expect(table(await read(bytes, { name: 'table.arrows' }))).toEqual({ a: [1.5, 2.5], b: ['x', 'y'] }); // prettier-ignore
  });

  it('has no rows when it has none', async () => {
    const empty = tableToIPC(tableFromArrays({ a: new Float64Array() }));
    const dataset = await read(empty, { name: 'table.arrow' });
    expect(dataset.rows).toBe(0);
    expect(dataset.columns.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('readDataset()', () => {
  it('gives the sha256 of the file as it is stored', async () => {
    const bytes = gzipSync('a\n1\n');
    const { createHash } = await import('node:crypto');
    const { fingerprint } = await read(bytes, { name: 'a.csv.gz' });
    expect(fingerprint).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('reads a file by its bytes when its name says otherwise, with a warning', async () => {
    const csv = await read('a,b\n1,2\n', { name: 'table.json' });
    expect(csv.warnings).toMatchObject([{ code: 'named-otherwise', args: { promised: 'json', found: 'csv' } }]); // prettier-ignore
    const json = await read('{"a":1}\n{"a":2}\n', { name: 'table.csv' });
    expect(table(json)).toEqual({ a: [1, 2] });
    expect(json.warnings).toMatchObject([{ code: 'named-otherwise' }]);
    const packed = await read(gzipSync('a,b\n1,2\n'), { name: 'table.csv' });
    expect(table(packed)).toEqual({ a: [1], b: [2] });
    expect(packed.warnings).toEqual([]);
  });

  it.each([
    ['PK\x03\x04\x14\0\x06\0', 'export.xlsx', 'zip'],
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'export.xls', 'xls'],
    ['PK\x03\x04\x14\0\x06\0', 'export.csv', 'zip'],
    ['%PDF-1.7\n', 'report.csv', 'pdf'],
    ['\x89PNG\r\n\x1a\n\0\0\0', 'chart.csv', 'image'],
    ['<!DOCTYPE html><html>', 'login.csv', 'html'],
    ['\x01\x02\0\x03\x04\0\x05\x06\0\x07\x10\x11\x12', 'table.csv', 'binary'],
    ['[1, 2, 3]', 'numbers.json', 'json'],
    ['[[1, 2], [3, 4]]', 'rows.json', 'json'],
  ])('refuses %j named %s as %s', async (content, name, found) => {
    const bytes = new Uint8Array(Buffer.from(content, 'latin1'));
    const problem = await read(bytes, { name }).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: 'not-a-table', args: { found }, at: { file: name } });
  });

  it('unpacks zstd', async () => {
    const packed = storedZstd(new TextEncoder().encode('a,b\n1,x\n'));
    expect(table(await read(packed, { name: 'table.csv.zst' }))).toEqual({ a: [1], b: ['x'] });
    const cutOff = read(packed.subarray(0, 12), { name: 'table.csv.zst' });
    await expect(cutOff).rejects.toThrow('damaged-file');
  });

  it('reports progress forward to the end and stops when it is told to', async () => {
    const csv = `a,b\n${'1,x\n'.repeat(3_000_000)}`;
    const seen: number[] = [];
    await read(csv, { onProgress: (done, total) => seen.push(done / total) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);

    const stop = new AbortController();
    const reading = read(csv, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(reading).rejects.toThrow('aborted');
  });
});
