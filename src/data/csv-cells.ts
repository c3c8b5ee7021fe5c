import type { NumberBuilder, TextBuilder, TimeBuilder } from './column-builder';
import { readNumber } from './number-bytes';
import { readTime } from './time-bytes';

export const LF = 0x0a;
export const CR = 0x0d;
export const QUOTE = 0x22;
/** Parts the cells of what another reader has cut into them: no table holds it. */
export const UNIT_SEPARATOR = '\x1f';
/** What the quick readers give for a cell that is quoted, or not what they look for. */
export const UNKNOWN = -1;

/** By byte, 1 for those that end a cell. */
export function cellEnds(delimiter: number): Uint8Array {
  const ends = new Uint8Array(256);
  for (const byte of [delimiter, LF, CR]) ends[byte] = 1;
  return ends;
}

/** The offset of the byte that ends the cell at `at`; there must be one. */
export function endOfCell(bytes: Uint8Array, at: number, ends: Uint8Array): number {
  let i = at;
  while (ends[bytes[i]!] === 0) ++i;
  return i;
}

/** Reads the plain cell at `at` into `row` of a column; gives the offset of what ends it, or `UNKNOWN`. */
export function textCell(
  column: TextBuilder,
  row: number,
  bytes: Uint8Array,
  at: number,
  ends: Uint8Array,
): number {
  if (bytes[at] === QUOTE) return UNKNOWN;
  const end = endOfCell(bytes, at, ends);
  column.codes[row] = end === at ? -1 : column.dictionary.code(bytes, at, end);
  return end;
}

/** The same of a number, each byte looked at once. */
export function numberCell(
  column: NumberBuilder,
  row: number,
  bytes: Uint8Array,
  at: number,
  to: number,
  ends: Uint8Array,
): number {
  if (ends[bytes[at]!] === 1) {
    column.values[row] = NaN;
    return at;
  }
  const end = readNumber(bytes, at, to, column.values, row);
  return end >= 0 && ends[bytes[end]!] === 1 ? end : UNKNOWN;
}

/** Where a fraction of a second begins, after `2026-03-02 09:00:00`. */
const SECONDS_END = 19;

/** The same of a time. */
export function timeCell(
  column: TimeBuilder,
  row: number,
  bytes: Uint8Array,
  at: number,
  to: number,
  ends: Uint8Array,
): number {
  // A comma that ends the cell is no decimal mark: it begins the next cell.
  const mark = at + SECONDS_END;
  const stop = mark < to && ends[bytes[mark]!] === 1 ? mark : to;
  const end = readTime(bytes, at, stop, column.values, row, column.times);
  if (end < 0 || ends[bytes[end]!] !== 1) return UNKNOWN;
  column.shapes |= column.times.shape;
  return end;
}
