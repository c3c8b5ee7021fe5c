import type { ProblemData } from '../base/problem';
import { type Chunks, joined } from './chunks';
import { JsonScan } from './json-scan';
import type { RawTable } from './raw-table';
import { timeReading } from './time-bytes';

const LF = 0x0a;
const MARK = [0xef, 0xbb, 0xbf];
/** A longer line is no line of a log. */
const LONGEST_LINE = 2 ** 24;

/**
 * Reads regular JSON records, one a line; null when the text is anything else. Only a line that is
 * split over two chunks is copied.
 */
export async function readJsonLines(
  chunks: Chunks,
  instant: (wall: number) => number,
): Promise<RawTable | null> {
  const scan = new JsonScan(timeReading(instant));
  let carry: Uint8Array = new Uint8Array();
  let isFirst = true;
  for await (const chunk of chunks) {
    let bytes = carry.length === 0 ? chunk : joined([carry, chunk.subarray(0, lineEnd(chunk))]);
    const rest = carry.length === 0 ? null : chunk.subarray(lineEnd(chunk));
    if (isFirst && bytes.length >= MARK.length) {
      if (MARK.every((byte, i) => bytes[i] === byte)) bytes = bytes.subarray(MARK.length);
      isFirst = false;
    }
    carry = new Uint8Array();
    for (const piece of rest === null ? [bytes] : [bytes, rest]) {
      const to = piece.lastIndexOf(LF) + 1;
      if (!scan.lines(piece, 0, to)) return null;
      if (to < piece.length) carry = piece.slice(to);
    }
    if (carry.length > LONGEST_LINE) return null;
  }
  const last = joined([carry, Uint8Array.of(LF)]);
  if (!scan.lines(last, 0, last.length) || scan.rows === 0) return null;
  return tableOf(scan);
}

/** The offset after the first line end; the length when there is none. */
function lineEnd(bytes: Uint8Array): number {
  const at = bytes.indexOf(LF);
  return at < 0 ? bytes.length : at + 1;
}

function tableOf({ rows, columns, broken, firstBroken, lineLog }: JsonScan): RawTable {
  const warnings: ProblemData[] = [];
  if (broken > 0) {
    warnings.push({ code: 'broken-records', args: { count: broken }, at: { line: firstBroken } });
  }
  return {
    rows,
    columns: Array.from(columns.values(), (column) => ({
      name: column.name,
      ...column.values(rows),
    })),
    warnings,
    lineOf: (row) => lineLog.lineOf(row),
  };
}
