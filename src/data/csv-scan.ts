import { type ColumnBuilder, NoBuilder } from './column-builder';
import {
  CR,
  LF,
  QUOTE,
  UNKNOWN,
  cellEnds,
  endOfCell,
  numberCell,
  textCell,
  timeCell,
} from './csv-cells';
import { LineLog } from './line-log';

/** The cell goes on beyond the bytes at hand. */
const CUT_OFF = -1;
const NOWHERE = new NoBuilder();

/** Records with more or fewer cells than there are columns. */
export interface Ragged {
  /** Fewer cells; the rest is missing. */
  readonly short: number;
  /** More cells, and not only empty ones; they are left out. */
  readonly long: number;
  /** The first such record: its row and its number of cells. */
  readonly row: number;
  readonly found: number;
}

/**
 * Reads records of a delimited file into columns, without a string on the way. Cells end at the delimiter or at LF, CR or CRLF; a quote
 * counts as such only at the start of a cell; empty lines are no records.
 */
export class CsvScan {
  /** Complete records read. */
  rows = 0;
  readonly lines: LineLog;
  ragged: Ragged = { short: 0, long: 0, row: -1, found: 0 };
  /** Where the quote was opened that the last bytes leave open, if they do. */
  openQuote: { readonly line: number; readonly field: number } | null = null;
  /** Line of the next record, or of the bytes within it. */
  line: number;
  #capacity = 0;
  #scratch = new Uint8Array(256);
  readonly #ends: Uint8Array;

  constructor(
    private readonly columns: readonly ColumnBuilder[],
    private readonly delimiter: number,
    firstLine: number,
  ) {
    this.line = firstLine;
    this.#ends = cellEnds(delimiter);
    this.lines = new LineLog(firstLine);
  }

  /** Makes room for `rows` records in all. */
  reserve(rows: number): void {
    this.#capacity = rows;
    for (const column of this.columns) column.reserve(rows);
  }

  /**
   * Reads the records in `[from, to)`, which ends after a line end, and gives the offset of the
   * first that is not complete: `to`, or less where a quoted cell goes on.
   */
  records(bytes: Uint8Array, from: number, to: number): number {
    const { columns, delimiter } = this;
    const ends = this.#ends;
    const width = columns.length;
    this.openQuote = null;
    let at = from;
    while (at < to) {
      const start = at;
      const line = this.line;
      let stop = bytes[at]!;
      if (stop !== LF && stop !== CR) {
        if (this.rows === this.#capacity) this.reserve(Math.max(64, this.#capacity * 2));
        const row = this.rows;
        let field = 0;
        let extra = false;
        do {
          const column = field < width ? columns[field]! : NOWHERE;
          let end = quickCell(column, row, bytes, at, to, ends);
          if (end === UNKNOWN) end = this.#anyCell(column, bytes, at, to);
          if (end === CUT_OFF) {
            this.openQuote = { line, field };
            this.line = line;
            return start;
          }
          extra ||= field >= width && end > at;
          stop = bytes[end]!;
          at = end + 1;
          ++field;
        } while (stop === delimiter);
        if (field !== width) this.#uneven(field, extra);
        this.lines.note(this.rows++, line);
      } else {
        ++at;
      }
      if (stop === CR && bytes[at] === LF) ++at;
      ++this.line;
    }
    return at;
  }

  /** The slow way, for what is quoted, empty or not of the column's kind. */
  #anyCell(column: ColumnBuilder, bytes: Uint8Array, at: number, to: number): number {
    if (bytes[at] === QUOTE) return this.#quotedCell(column, bytes, at, to);
    const end = endOfCell(bytes, at, this.#ends);
    column.put(this.rows, bytes, at, end);
    return end;
  }

  #quotedCell(column: ColumnBuilder, bytes: Uint8Array, at: number, to: number): number {
    const start = at + 1;
    let i = start;
    let doubled = false;
    for (; ; ++i) {
      if (i >= to) return CUT_OFF;
      const byte = bytes[i]!;
      if (byte === QUOTE) {
        if (bytes[i + 1] !== QUOTE) break;
        doubled = true;
        ++i;
      } else if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) ++this.line;
    }
    const end = endOfCell(bytes, i + 1, this.#ends);
    if (!doubled && end === i + 1) {
      column.put(this.rows, bytes, start, i);
    } else {
      const length = this.#unquoted(bytes, start, i, end);
      column.put(this.rows, this.#scratch, 0, length);
    }
    return end;
  }

  /** Copies `[from, quote)` with its doubled quotes made single, and what follows the closing quote as it is. */
  #unquoted(bytes: Uint8Array, from: number, quote: number, end: number): number {
    if (end - from > this.#scratch.length) this.#scratch = new Uint8Array(2 * (end - from));
    let length = 0;
    for (let i = from; i < quote; ++i) {
      this.#scratch[length++] = bytes[i]!;
      if (bytes[i] === QUOTE) ++i;
    }
    for (let i = quote + 1; i < end; ++i) this.#scratch[length++] = bytes[i]!;
    return length;
  }

  #uneven(found: number, extra: boolean): void {
    const short = found < this.columns.length;
    for (let k = found; k < this.columns.length; ++k) this.columns[k]!.skip(this.rows);
    if (!short && !extra) return;
    const { ragged } = this;
    this.ragged = {
      short: ragged.short + (short ? 1 : 0),
      long: ragged.long + (short ? 0 : 1),
      row: ragged.row < 0 ? this.rows : ragged.row,
      found: ragged.row < 0 ? found : ragged.found,
    };
  }
}

/**
 * Reads the plain cell at `at` into `row` of `column`; gives the offset of what ends it, or `UNKNOWN`.
 * A call for each class, not one for all: calls that know their class are inlined.
 */
function quickCell(
  column: ColumnBuilder,
  row: number,
  bytes: Uint8Array,
  at: number,
  to: number,
  ends: Uint8Array,
): number {
  switch (column.kind) {
    case 'text':
      return textCell(column, row, bytes, at, ends);
    case 'number':
      return numberCell(column, row, bytes, at, to, ends);
    case 'time':
      return timeCell(column, row, bytes, at, to, ends);
    default:
      return UNKNOWN;
  }
}
