import type { ProblemData } from '../base/problem';
import { type Spelling, spellingOf } from './cell-spelling';
import { commentLines } from './comment-lines';
import { type CsvSample, csvSample } from './csv-sample';
import { renamed, uniqueNames } from './column-names';
import type { FormatOptions } from './format';
import { type TimeReading } from './time-bytes';
import { isUtf8 } from './utf8';

/** What most cells of a column seem to be, or text; `almost` when too many others are among them. */
export interface Guess {
  readonly kind: 'number' | 'time' | 'flag' | 'text';
  readonly almost?: {
    readonly kind: 'number' | 'time';
    readonly row: number;
    readonly found: string;
  };
}

/** How a delimited file is to be read. */
export interface CsvLayout {
  readonly delimiter: number;
  /** Unique and not empty, in file order. */
  readonly names: readonly string[];
  readonly guesses: readonly Guess[];
  /** Offset and line of the first record that is not the header. */
  readonly start: number;
  readonly line: number;
  /** Bytes a record takes, on average; 0 where there is none. */
  readonly recordSize: number;
  readonly warnings: readonly ProblemData[];
}

/** In order of preference when several fit: a comma may be part of a cell more easily than the others. */
const DELIMITERS = ['\t', ';', '|', ','];
const RECORDS = 1000;
const RECORDS_OF_DELIMITER = 50;
/** The share of cells that must be of a kind for the column to be worth a warning when it is not. */
const MOSTLY = 0.8;
const FEW = 0.01;

/**
 * Delimiter, names and likely kinds from the first bytes of a file; null when there is no record in
 * them. A wrong guess of a kind costs time, not truth: the reader settles kinds over all cells.
 */
export function csvLayout(
  bytes: Uint8Array,
  whole: boolean,
  format: FormatOptions,
  times: TimeReading,
): CsvLayout | null {
  const told = toldDelimiter(bytes);
  const comments = commentLines(bytes.subarray(told.size));
  const passed = told.size + comments.size;
  const text = bytes.subarray(passed);
  const mark = format.delimiter ?? told.delimiter ?? likelyDelimiter(text, whole);
  const delimiter = mark.charCodeAt(0);
  const sample = csvSample(text, delimiter, RECORDS, whole);
  const first = sample.records[0];
  if (!first) return null;

  const headed = format.header ?? !isData(first, times);
  const line = (told.size > 0 ? 1 : 0) + comments.lines + 1;
  const warnings: ProblemData[] = [];
  if (comments.lines > 0)
    warnings.push({ code: 'comment-lines', args: { count: comments.lines }, at: { line: 1 } });
  const names = format.names ?? (headed ? first.map((cell) => new TextDecoder().decode(cell).trim()) : []); // prettier-ignore
  const width = Math.max(first.length, names.length);
  const unique = uniqueNames(names, width);
  if (!headed && !format.names)
    warnings.push({ code: 'no-column-names', args: { name: unique[0]! }, at: { line } });
  if (headed && unique.some((name, k) => name !== names[k])) warnings.push(renamed(names, unique));
  if (headed && !first.every((cell) => isUtf8(cell, 0, cell.length)))
    warnings.push({ code: 'not-utf8', args: {}, at: { line } });

  const skipped = headed ? 1 : 0;
  const records = sample.records.slice(skipped);
  const start = headed ? sample.ends[0]! : 0;
  return {
    delimiter,
    names: unique,
    guesses: unique.map((_, k) => guessOf(records, k, times)),
    start: passed + start,
    line: line - 1 + (headed ? sample.lines[0]! : 1),
    recordSize: records.length > 0 ? (sample.ends.at(-1)! - start) / records.length : 0,
    warnings,
  };
}

/** Whether nothing that could be a delimiter is in the first records, and none was named. */
export function isOneColumn(bytes: Uint8Array, whole: boolean, format: FormatOptions): boolean {
  if (format.delimiter !== undefined) return false;
  const { records } = csvSample(bytes, 0, RECORDS_OF_DELIMITER, whole);
  const marks = DELIMITERS.map((mark) => mark.charCodeAt(0));
  return records.every(([cell]) => !cell!.some((byte) => marks.includes(byte)));
}

/** What a first line `sep=;`, which Excel reads and writes, says of the delimiter, and its size in bytes. */
function toldDelimiter(bytes: Uint8Array): {
  readonly delimiter: string | null;
  readonly size: number;
} {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 12));
  const told = /^(?:\xef\xbb\xbf)?"?sep=([^\r\n"])"?(?:\r\n|\n|\r)/i.exec(start);
  return { delimiter: told?.[1] ?? null, size: told?.[0].length ?? 0 };
}

/** The delimiter that cuts the first records into the most equal numbers of cells; a comma when none does. */
function likelyDelimiter(bytes: Uint8Array, whole: boolean): string {
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const { records } = csvSample(bytes, delimiter.charCodeAt(0), RECORDS_OF_DELIMITER, whole);
    const width = records[0]?.length ?? 1;
    if (width < 2) continue;
    const even = records.filter(({ length }) => length === width).length / records.length;
    if (even >= 0.9) return delimiter;
    if (even > most) {
      best = delimiter;
      most = even;
    }
  }
  return best;
}

/** Names are no numbers and no times: a first record without any text is data. */
function isData(first: CsvSample['records'][number], times: TimeReading): boolean {
  const spellings = first.map((cell) => spellingOf(cell, 0, cell.length, times));
  const values = spellings.filter((spelling) => spelling !== 'missing');
  return (
    values.length > 0 && values.every((spelling) => spelling === 'number' || spelling === 'time')
  );
}

function guessOf(records: CsvSample['records'], k: number, times: TimeReading): Guess {
  const count: Record<Spelling, number> = {
    missing: 0,
    number: 0,
    'only-text': 0,
    time: 0,
    flag: 0,
    text: 0,
  };
  const spellings = records.map((record) => {
    const cell = record[k];
    const spelling = cell ? spellingOf(cell, 0, cell.length, times) : 'missing';
    ++count[spelling];
    return spelling;
  });
  const filled = records.length - count.missing;
  if (filled === 0 || count['only-text'] > 0) return { kind: 'text' };
  if (count.flag === filled) return { kind: 'flag' };
  for (const kind of ['number', 'time'] as const) {
    const others = filled - count[kind];
    if (others <= filled * FEW) return { kind };
    if (count[kind] < filled * MOSTLY) continue;
    const row = spellings.findIndex((spelling) => spelling !== kind && spelling !== 'missing');
    return {
      kind: 'text',
      almost: { kind, row, found: new TextDecoder().decode(records[row]![k]) },
    };
  }
  return { kind: 'text' };
}
