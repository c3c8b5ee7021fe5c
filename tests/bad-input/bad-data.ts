import { Table, tableToIPC, vectorFromArray } from 'apache-arrow';
import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { gzipSync } from 'node:zlib';
import { type BadInput, EVENTS, cell, notebook } from './bad-input';

type Content = string | Uint8Array;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const until = (whole: Uint8Array, share: number): Uint8Array =>
  whole.slice(0, Math.floor(whole.length * share));

/** The same bytes with some of them turned over. */
function damaged(whole: Uint8Array, from: number, to: number): Uint8Array {
  return whole.map((byte, at) => (at >= from && at < to ? byte ^ 0xff : byte));
}

const PARQUET = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: 'user', type: 'STRING', data: Array.from({ length: 500 }, (_, i) => `u${i}`) },
      { name: 'amount', type: 'DOUBLE', data: Array.from({ length: 500 }, (_, i) => i / 3) },
    ],
  }),
);
const ARROW_TABLE = new Table({
  user: vectorFromArray(Array.from({ length: 500 }, (_, i) => `u${i}`)),
  amount: vectorFromArray(Float64Array.from({ length: 500 }, (_, i) => i)),
});
const ARROW = tableToIPC(ARROW_TABLE, 'file');
const ARROW_STREAM = tableToIPC(ARROW_TABLE, 'stream');
const GZIP = new Uint8Array(gzipSync(EVENTS.repeat(40)));
const PACKED_TEXT = zipSync({ 'events.csv': strToU8(EVENTS) });

/** A source cell `bad` that reads one file. */
function file(
  name: string,
  fileName: string,
  content: Content,
  [code, says, exit = 1]: readonly [code: string, says: string, exit?: 0 | 1],
  params: object = {},
): BadInput {
  const text = notebook(cell('json lift:source bad', { file: fileName, ...params }));
  return { name: `data-${name}`, notebook: text, files: { [fileName]: content }, code, says, exit };
}

/** Rows of delimited text under `user,x`. */
const rows = (...lines: readonly string[]): string => `user,x\n${lines.join('\n')}\n`;

const DAMAGED_GZIP = ['damaged-file', 'gzip file is damaged or cut off'] as const;
const DAMAGED_PARQUET = ['damaged-file', 'Parquet file is damaged or cut off'] as const;
const DAMAGED_ARROW = ['damaged-file', 'Arrow file is damaged or cut off'] as const;
const DAMAGED_EXCEL = ['damaged-file', 'Excel file is damaged or cut off'] as const;
const WITHOUT_TIME = ['rows-without-time', 'have no time and are left out', 0] as const;
const USER_TIME_EVENT = { roles: { user: 'user', time: 'ts', event: 'event' } };
const timed = (...times: readonly string[]): string =>
  `user,ts,event\n${times.map((time, i) => `u${i},${time},see`).join('\n')}\n`;

/** Data files with something wrong. */
export const badData: readonly BadInput[] = [
  // nothing, or something else
  file('empty', 'bad.csv', '', ['empty-file', 'The file is empty.']),
  file('empty-parquet', 'bad.parquet', '', ['empty-file', 'The file is empty.']),
  file('empty-gzip', 'bad.csv.gz', new Uint8Array(gzipSync('')), ['empty-file', 'The file is empty.']), // prettier-ignore
  file('header-only', 'bad.csv', 'user,x\n', ['no-rows', 'a header and no rows']),
  file('binary', 'bad.csv', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251), ['not-a-table', 'neither text nor a known data format']), // prettier-ignore
  file('all-nul', 'bad.csv', new Uint8Array(2048), ['not-a-table', 'neither text nor a known data format']), // prettier-ignore
  file('web-page', 'bad.csv', '<!doctype html><html><body>Sign in</body></html>', ['not-a-table', 'This is a web page']), // prettier-ignore
  file('xml', 'bad.csv', '<?xml version="1.0"?><rows/>', ['not-a-table', 'This is a web page']),
  file('utf-32', 'bad.csv', new Uint8Array([0xff, 0xfe, 0, 0, ...[...'user,x\nu1,1\n'].flatMap((c) => [c.charCodeAt(0), 0, 0, 0])]), ['not-a-table', 'This is text in UTF-32']), // prettier-ignore
  file('utf-32-big', 'bad.csv', new Uint8Array([0, 0, 0xfe, 0xff, ...[...'user,x\nu1,1\n'].flatMap((c) => [0, 0, 0, c.charCodeAt(0)])]), ['not-a-table', 'This is text in UTF-32']), // prettier-ignore
  file('pdf', 'bad.csv', '%PDF-1.7\n1 0 obj\n', ['not-a-table', 'This is a PDF']),
  file('image', 'bad.csv', latin('\x89PNG\r\n\x1a\n'), ['not-a-table', 'This is an image']),
  file('archive', 'bad.csv', PACKED_TEXT, ['not-a-table', 'This is an archive of files']),
  file('bzip2', 'bad.csv.bz2', latin('BZh91AY&SY\x12\x34\x56\x78 more'), [
    'not-a-table',
    'This is an archive of files',
  ]),
  file('xz', 'bad.csv.xz', latin('\xfd7zXZ\0\0\x04\x01\x02'), [
    'not-a-table',
    'This is an archive of files',
  ]),
  file('old-excel', 'bad.xlsx', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest'), ['not-a-table', 'old Excel']), // prettier-ignore
  file('database', 'bad.parquet', 'SQLite format 3\0', ['not-a-table', 'This is a database file']),
  file('old-feather', 'bad.feather', 'FEA1\0\0\0\0', ['not-a-table', 'old Feather']),
  // cut off or damaged
  file('gzip-cut-off', 'bad.csv.gz', until(GZIP, 0.5), DAMAGED_GZIP),
  file('gzip-damaged', 'bad.csv.gz', damaged(GZIP, 40, 60), DAMAGED_GZIP),
  file('gzip-of-nothing', 'bad.csv.gz', latin('\x1f\x8b\x08'), DAMAGED_GZIP),
  file('gzip-by-name-only', 'bad.csv.gz', '<html>', ['not-a-table', 'This is a web page']),
  file('zstd-damaged', 'bad.csv.zst', latin('\x28\xb5\x2f\xfd\x24\x10rubbish'), ['damaged-file', 'zstd file is damaged or cut off']), // prettier-ignore
  file('parquet-cut-off', 'bad.parquet', until(PARQUET, 0.6), DAMAGED_PARQUET),
  file('parquet-head-only', 'bad.parquet', 'PAR1', DAMAGED_PARQUET),
  file('parquet-footer-damaged', 'bad.parquet', damaged(PARQUET, PARQUET.length - 60, PARQUET.length - 8), DAMAGED_PARQUET), // prettier-ignore
  file('parquet-footer-too-long', 'bad.parquet', damaged(PARQUET, PARQUET.length - 8, PARQUET.length - 4), DAMAGED_PARQUET), // prettier-ignore
  file('parquet-pages-damaged', 'bad.parquet', damaged(PARQUET, 4, 400), DAMAGED_PARQUET),
  file('arrow-cut-off', 'bad.arrow', until(ARROW, 0.4), DAMAGED_ARROW),
  file('arrow-head-only', 'bad.arrow', 'ARROW1\0\0', DAMAGED_ARROW),
  file('arrow-schema-damaged', 'bad.arrow', damaged(ARROW, 16, 80), DAMAGED_ARROW),
  file('arrow-stream-cut-off', 'bad.arrows', until(ARROW_STREAM, 0.5), DAMAGED_ARROW),
  file('workbook-cut-off', 'bad.xlsx', until(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 0.5), DAMAGED_EXCEL), // prettier-ignore
  file('workbook-without-sheets', 'bad.xlsx', zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), DAMAGED_EXCEL), // prettier-ignore
  file('bomb', 'bad.csv.gz', new Uint8Array(gzipSync(new Uint8Array(300_000_000).fill(48), { level: 1 })), ['unpacks-too-large', 'no table does that']), // prettier-ignore
  // delimited text
  file('ragged', 'bad.csv', rows('a,1', 'b', 'c,1,2', 'd,3'), ['ragged-rows', '2 rows have another number of cells', 0]), // prettier-ignore
  file('quote-open', 'bad.csv', rows('a,"1', 'b,2'), ['unterminated-quote', 'opened here and never closed']), // prettier-ignore
  file('nul-in-text', 'bad.csv', rows('a,one\0two', 'b,x'), ['nul-bytes', 'holds a NUL byte', 0]),
  file('latin-1', 'bad.csv', latin(rows('a,M\xfcnchen', 'b,K\xf6ln')), ['not-utf8', 'text that is not UTF-8', 0]), // prettier-ignore
  file('utf8-cut-off', 'bad.csv', Uint8Array.from([...bytes(rows('a,1')), 0xe4, 0xbd]), ['not-utf8', 'text that is not UTF-8', 0]), // prettier-ignore
  file('unknown-encoding', 'bad.csv', rows('a,1'), ['unknown-encoding', '“klingon” is not an encoding'], { format: { encoding: 'klingon' } }), // prettier-ignore
  file('repeated-names', 'bad.csv', 'user,x,x,\na,1,2,3\n', ['renamed-columns', '2 columns had an empty or repeated name', 0]), // prettier-ignore
  file('names-missing', 'bad.csv', '1,2\n3,4\n5,6\n', ['no-column-names', 'first line holds values, not names', 0]), // prettier-ignore
  file('proto-column', 'bad.csv', 'user,__proto__,constructor\na,1,2\nb,x,3\nc,2,4\nd,3,4\ne,3,4\nf,3,4\n', ['mixed-column', '“__proto__” holds mostly numbers', 0]), // prettier-ignore
  file('huge-line', 'bad.csv', `user,x\na,${'y'.repeat(3_000_000)}\nb\n`, ['ragged-rows', 'One row has another number of cells', 0]), // prettier-ignore
  file('a-hundred-thousand-columns', 'bad.csv', `${Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',')}\n1,2\n`, ['ragged-rows', 'than the 100,000 columns', 0]), // prettier-ignore
  file('late-text', 'bad.csv', rows(...Array.from({ length: 6000 }, (_, i) => `u${i},${i === 5990 ? 'n.v.' : i}`)), ['unreadable-cells', '“n.v.”', 0]), // prettier-ignore
  file('mixed', 'bad.csv', rows('a,1', 'b,2', 'c,3', 'd,4', 'e,5', 'f,6', 'g,seven'), ['mixed-column', 'also texts such as “seven”', 0]), // prettier-ignore
  file('decimal-comma', 'bad.csv', 'user;x\na;1,500\nb;2,250\nc;9,125\n', ['ambiguous-numbers', 'decimal comma or with a thousands comma', 0]), // prettier-ignore
  file('date-order', 'bad.csv', rows('a,03/04/2026', 'b,05/06/2026', 'c,07/08/2026'), ['ambiguous-dates', 'day or with the month first', 0]), // prettier-ignore
  file('name-says-json', 'bad.json', rows('a,1', 'b,2'), ['named-otherwise', 'The name says JSON', 0]), // prettier-ignore
  file('name-says-parquet', 'bad.parquet', rows('a,1', 'b,2'), ['named-otherwise', 'the file holds delimited text', 0]), // prettier-ignore
  file('utf16-ragged', 'bad.csv', utf16(rows('a,1', 'b,2,3')), ['ragged-rows', 'One row has another number', 0]), // prettier-ignore
  // JSON
  file('json-number', 'bad.json', '42', ['named-otherwise', 'The name says JSON', 0]),
  file('json-empty-list', 'bad.json', '[]', ['no-rows', 'no rows of data']),
  file('json-texts', 'bad.json', '["a","b"]', ['not-a-table', 'JSON without records']),
  file('json-cut-off', 'bad.json', '[{"user":"a","x":1},{"user":"b","x"', ['broken-records', 'One record is broken or cut off', 0]), // prettier-ignore
  file('json-line-broken', 'bad.ndjson', '{"user":"a","x":1}\n{"user":"b",\n{"user":"c","x":3}\n', ['broken-records', 'broken or cut off', 0]), // prettier-ignore
  file('json-last-line', 'bad.ndjson', '{"user":"a","x":1}\n{"user":"b","x":2}\n{"user":', ['broken-records', 'One record is broken', 0]), // prettier-ignore
  file('json-nan', 'bad.json', '[{"user":"a","x":NaN},{"user":"b","x":1}]', ['broken-records', 'One record is broken', 0]), // prettier-ignore
  file('json-proto', 'bad.json', '[{"user":"a","__proto__":{"polluted":1}},{"user":"b","x"', ['broken-records', 'One record is broken', 0]), // prettier-ignore
  file('json-deep', 'bad.json', `[{"user":"a","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}, {`, ['not-a-table', 'JSON without records']), // prettier-ignore
  // times
  file('times-impossible', 'bad.csv', timed('2026-03-01', '2026-02-30', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'), ['wrong-type', 'The column “ts” holds texts such as “2026-03-01”, not times', 1], USER_TIME_EVENT), // prettier-ignore
  file('times-missing', 'bad.csv', timed('2026-03-01T10:00:00Z', '', '2026-03-02T10:00:00Z'), WITHOUT_TIME, USER_TIME_EVENT), // prettier-ignore
  file('times-beyond', 'bad.csv', timed('999999999999999999', '999999999999999998'), ['wrong-type', '“ts” holds', 1], USER_TIME_EVENT), // prettier-ignore
  file('times-are-words', 'bad.csv', timed('yesterday', 'today'), ['wrong-type', 'The column “ts” holds texts such as “yesterday”, not times. Choose the column of times, written such as 2026-03-01', 1], USER_TIME_EVENT), // prettier-ignore
  file('zones-mixed', 'bad.csv', timed('2026-03-01T10:00:00Z', '2026-03-01T10:00:00', '2026-03-01T11:00:00'), ['mixed-zones', 'times with a time zone and times without', 0], USER_TIME_EVENT), // prettier-ignore
  file('users-missing', 'bad.csv', 'user,ts,event\n,2026-03-01,see\nb,2026-03-01,see\n', ['rows-without-user', 'name no user', 0], USER_TIME_EVENT), // prettier-ignore
  file('no-user-at-all', 'bad.csv', 'user,ts,event\n,2026-03-01,see\n,2026-03-01,see\n', ['no-rows-left', 'has both a user and a time', 1], USER_TIME_EVENT), // prettier-ignore
  file('user-twice', 'bad.csv', 'user,x\na,1\na,2\nb,3\n', ['users-repeated', 'further rows of a user', 0], { roles: { user: 'user' } }), // prettier-ignore
];
