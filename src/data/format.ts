import { Problem } from '../base/problem';

export type FileFormat = 'csv' | 'json' | 'parquet' | 'arrow' | 'excel';
export type Packing = 'gzip' | 'zstd';

/** What a text file does not say of itself; each is told from the data when absent. */
export interface FormatOptions {
  /** One character between the cells. */
  readonly delimiter?: string;
  /** The decimal mark of numbers with separators: with `,` the text 1.234,5 is 1234.5. */
  readonly decimal?: '.' | ',';
  /** A name such as `utf-8`, `utf-16le`, `windows-1252`, `gb18030`. */
  readonly encoding?: string;
  /** The order of dates such as 03/04/2026. */
  readonly dates?: 'dmy' | 'mdy';
  /** Whether the first record holds the names of the columns. */
  readonly header?: boolean;
  /** Names of the columns, instead of those in the file. */
  readonly names?: readonly string[];
  /** Characters each column takes, where columns stand under each other; the last takes the rest. */
  readonly widths?: readonly number[];
}

const EXTENSIONS: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  psv: 'csv',
  txt: 'csv',
  json: 'json',
  ndjson: 'json',
  jsonl: 'json',
  parquet: 'parquet',
  pq: 'parquet',
  arrow: 'arrow',
  arrows: 'arrow',
  feather: 'arrow',
  ipc: 'arrow',
  xlsx: 'excel',
  xlsm: 'excel',
};

const PACKED = ['gz', 'gzip', 'zst', 'zstd'];

/** How names of data files end. */
export const DATA_EXTENSIONS: readonly string[] = [...Object.keys(EXTENSIONS), ...PACKED].map(
  (extension) => `.${extension}`,
);

/** Beginnings of files that people drop by mistake. */
const OTHERS: readonly (readonly [magic: string, found: string])[] = [
  ['PK\x03\x04', 'zip'],
  ['%PDF', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['SQLite format 3', 'sqlite'],
  ['7z\xbc\xaf', 'zip'],
  ['Rar!', 'zip'],
  ['BZh', 'zip'],
  ['\xfd7zXZ', 'zip'],
  ['\xd0\xcf\x11\xe0', 'xls'],
  ['FEA1', 'feather'],
  ['\xff\xfe\0\0', 'utf-32'],
  ['\0\0\xfe\xff', 'utf-32'],
];

/** How the bytes are packed, by their first four. */
export function packingOf(head: Uint8Array): Packing | null {
  const start = latin(head, 4);
  if (start.startsWith('\x1f\x8b')) return 'gzip';
  return start === '\x28\xb5\x2f\xfd' ? 'zstd' : null;
}

/** The format that the file's name promises, a packed one's inner name counting; null when it promises none. */
export function promisedFormat(name: string): FileFormat | null {
  const inner = name.toLowerCase().replace(/\.(gz|gzip|zst|zstd)$/, '');
  return EXTENSIONS[/\.([a-z0-9]+)$/.exec(inner)?.[1] ?? ''] ?? null;
}

/**
 * The format of unpacked bytes, by their beginning; the name only decides between readings that
 * the bytes allow.
 *
 * @throws {Problem} `not-a-table` when they are a known other thing, or no text
 */
export function formatOf(head: Uint8Array, name: string): FileFormat {
  const start = latin(head, 512);
  if (start.startsWith('PAR1')) return 'parquet';
  if (start.startsWith('ARROW1') || start.startsWith('\xff\xff\xff\xff')) return 'arrow';
  const other = OTHERS.find(([magic]) => start.startsWith(magic))?.[1];
  if (other === 'zip' && isWorkbook(head)) return 'excel';
  if (other) throw new Problem('not-a-table', { found: other });
  if (/^(\xef\xbb\xbf)?\s*<(!doctype html|html|\?xml)/i.test(start)) {
    throw new Problem('not-a-table', { found: 'html' });
  }
  if (isBinary(head)) throw new Problem('not-a-table', { found: 'binary' });
  return looksLikeJson(start, promisedFormat(name) === 'json') ? 'json' : 'csv';
}

/** UTF-16 is told by its mark or by its NUL bytes; anything else is taken for UTF-8. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  const size = Math.min(head.length, 4096) & ~1;
  for (let i = 0; i < size; i += 2) {
    if (head[i] === 0) ++even;
    if (head[i + 1] === 0) ++odd;
  }
  // Latin letters in UTF-16 have a NUL beside each; two fifths leaves room for other scripts.
  if (odd > size / 5 && even < odd / 10) return 'utf-16le';
  if (even > size / 5 && odd < even / 10) return 'utf-16be';
  return 'utf-8';
}

/** A workbook is an archive that begins with its list of contents or its parts. */
function isWorkbook(head: Uint8Array): boolean {
  return /\[Content_Types\]\.xml|xl\/[\w/]+\.xml/.test(new TextDecoder('latin1').decode(head));
}

/** Text has next to no control characters. */
function isBinary(head: Uint8Array): boolean {
  if (encodingOf(head) !== 'utf-8') return false;
  const size = Math.min(head.length, 65_536);
  let odd = 0;
  for (let i = 0; i < size; ++i) {
    const byte = head[i]!;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) ++odd;
  }
  return odd > Math.max(8, size / 100);
}

/** A table may begin with a bracket too, so without the name more of JSON must be seen. */
function looksLikeJson(start: string, promised: boolean): boolean {
  const text = start.replaceAll('\0', '').replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart(); // prettier-ignore
  return promised
    ? /^[[{]/.test(text)
    : /^(\{\s*"[^"]*"\s*:|\[\s*\{\s*["}]|\[\s*\]\s*$)/.test(text);
}

function latin(bytes: Uint8Array, size: number): string {
  return String.fromCharCode(...bytes.subarray(0, size));
}
