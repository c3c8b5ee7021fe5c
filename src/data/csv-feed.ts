import { Problem } from '../base/problem';
import { type Chunks, joined } from './chunks';
import type { CsvScan } from './csv-scan';

/** A quoted cell longer than this is a quote that somebody forgot to close. */
const LONGEST_QUOTE = 2 ** 26;
const LONGEST_RECORD = 2 ** 29;

/**
 * Feeds the scan chunk by chunk, from offset `start` on; only a record that is split over two chunks is
 * copied.
 *
 * @param newline  the last byte of every record
 * @throws {Problem} `unterminated-quote`, `record-too-long`
 */
export async function scanAll(
  chunks: Chunks,
  scan: CsvScan,
  newline: number,
  start: number,
): Promise<void> {
  let skip = start;
  let carry: Uint8Array = new Uint8Array();
  for await (const bytes of chunks) {
    let from = Math.min(skip, bytes.length);
    skip -= from;
    while (carry.length > 0 && from < bytes.length) {
      const end = lineEnd(bytes, newline, from, from + carry.length);
      const complete = bytes[end - 1] === newline;
      const record = joined([carry, bytes.subarray(from, end)]);
      carry = record.subarray(complete ? scan.records(record, 0, record.length) : 0);
      from = end;
      checkLength(carry.length, scan);
    }
    const to = bytes.lastIndexOf(newline) + 1;
    if (to > from) from = scan.records(bytes, from, to);
    if (from < bytes.length) carry = bytes.slice(from);
  }
  if (carry.length === 0) return;
  const last = joined([carry, Uint8Array.of(newline)]);
  if (scan.records(last, 0, last.length) < last.length) throw unterminated(scan);
}

/** The offset after the first line end at or after `near`, else after the last one before it, else the end. */
function lineEnd(bytes: Uint8Array, newline: number, from: number, near: number): number {
  const next = bytes.indexOf(newline, Math.min(near, bytes.length));
  if (next >= 0) return next + 1;
  const last = bytes.lastIndexOf(newline) + 1;
  return last > from ? last : bytes.length;
}

function checkLength(length: number, scan: CsvScan): void {
  if (scan.openQuote && length > LONGEST_QUOTE) throw unterminated(scan);
  if (length > LONGEST_RECORD) throw new Problem('record-too-long', {}, { line: scan.line });
}

function unterminated({ openQuote }: CsvScan): Problem {
  return new Problem(
    'unterminated-quote',
    {},
    openQuote ? { line: openQuote.line, column: openQuote.field + 1 } : {},
  );
}
