import { CR, LF, QUOTE } from './csv-cells';

/** The first records of a delimited file, cell by cell, without their quotes. */
export interface CsvSample {
  readonly records: readonly (readonly Uint8Array[])[];
  /** Offset after each record's line end. */
  readonly ends: readonly number[];
  /** Line after each record. */
  readonly lines: readonly number[];
}

/**
 * Up to `most` complete records of the beginning of a file: the slow and simple twin of `CsvScan`,
 * for what must be known before the columns are. `whole`: the bytes are the whole file, so the last
 * record needs no line end.
 */
export function csvSample(
  bytes: Uint8Array,
  delimiter: number,
  most: number,
  whole: boolean,
): CsvSample {
  const records: Uint8Array[][] = [];
  const ends: number[] = [];
  const lines: number[] = [];
  let record: Uint8Array[] = [];
  let cell: number[] = [];
  let quoted = false;
  let start = true;
  let line = 1;

  function endRecord(after: number): void {
    if (record.length > 0 || cell.length > 0 || !start) {
      records.push([...record, Uint8Array.from(cell)]);
      ends.push(after);
      lines.push(line);
    }
    record = [];
    cell = [];
    start = true;
  }

  let i = 0;
  for (; i < bytes.length && records.length < most; ++i) {
    const byte = bytes[i]!;
    if (byte === CR && i + 1 === bytes.length && !whole) break;
    const ofLine = byte === LF || (byte === CR && bytes[i + 1] !== LF);
    if (ofLine) ++line;
    if (quoted) {
      if (byte !== QUOTE) cell.push(byte);
      else if (bytes[i + 1] === QUOTE) cell.push(bytes[++i]!);
      else quoted = false;
    } else if (byte === QUOTE && start) {
      quoted = true;
      start = false;
    } else if (byte === delimiter) {
      record.push(Uint8Array.from(cell));
      cell = [];
      start = true;
    } else if (ofLine) {
      endRecord(i + 1);
    } else if (byte !== CR) {
      cell.push(byte);
      start = false;
    }
  }
  if (whole && i === bytes.length && !quoted && records.length < most) endRecord(i);
  return { records, ends, lines };
}
