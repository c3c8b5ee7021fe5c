import { flagOf, wholeNumber, wholeTime } from './cell-spelling';
import { type Dictionary } from './dictionary';
import { Misfits } from './misfits';
import { isNoValueAt } from './missing-spellings';
import { ONLY_TEXT } from './number-bytes';
import type { TimeReading } from './time-bytes';

/**
 * A column of a text file in the making. Rows come in order, but a record split over two chunks is
 * read twice: a later `put` or `skip` of the same row replaces the earlier one.
 */
export type ColumnBuilder = NumberBuilder | TimeBuilder | FlagBuilder | TextBuilder | NoBuilder;

export class NumberBuilder {
  readonly kind = 'number';
  values = new Float64Array();
  readonly misfits = new Misfits();

  reserve(rows: number): void {
    this.values = larger(this.values, rows);
  }

  put(row: number, bytes: Uint8Array, from: number, to: number): void {
    const read = wholeNumber(bytes, from, to, this.values, row);
    if (read > 0) return;
    this.values[row] = NaN;
    if (read === ONLY_TEXT || !isNoValueAt(bytes, from, to)) {
      this.misfits.note(row, spelled(bytes, from, to), read === ONLY_TEXT);
    }
  }

  skip(row: number): void {
    this.values[row] = NaN;
  }
}

export class TimeBuilder {
  readonly kind = 'time';
  values = new Float64Array();
  readonly misfits = new Misfits();
  /** All shapes read so far, as bits. */
  shapes = 0;

  constructor(readonly times: TimeReading) {}

  reserve(rows: number): void {
    this.values = larger(this.values, rows);
  }

  put(row: number, bytes: Uint8Array, from: number, to: number): void {
    if (wholeTime(bytes, from, to, this.values, row, this.times)) {
      this.shapes |= this.times.shape;
      return;
    }
    this.values[row] = NaN;
    if (!isNoValueAt(bytes, from, to)) this.misfits.note(row, spelled(bytes, from, to));
  }

  skip(row: number): void {
    this.values[row] = NaN;
  }
}

export class FlagBuilder {
  readonly kind = 'flag';
  values = new Int8Array();
  readonly misfits = new Misfits();

  reserve(rows: number): void {
    this.values = larger(this.values, rows);
  }

  put(row: number, bytes: Uint8Array, from: number, to: number): void {
    const flag = flagOf(bytes, from, to);
    this.values[row] = flag;
    if (flag < 0 && !isNoValueAt(bytes, from, to)) this.misfits.note(row, spelled(bytes, from, to));
  }

  skip(row: number): void {
    this.values[row] = -1;
  }
}

export class TextBuilder {
  readonly kind = 'text';
  codes = new Int32Array();

  constructor(readonly dictionary: Dictionary) {}

  reserve(rows: number): void {
    this.codes = larger(this.codes, rows);
  }

  put(row: number, bytes: Uint8Array, from: number, to: number): void {
    this.codes[row] = from === to ? -1 : this.dictionary.code(bytes, from, to);
  }

  skip(row: number): void {
    this.codes[row] = -1;
  }
}

/** Stands for a column that this pass over the file does not read. */
export class NoBuilder {
  readonly kind = 'none';
  reserve(): void {}
  put(): void {}
  skip(): void {}
}

/** The first `length` values with room for more after them, or exactly them. */
export function larger<T extends Float64Array | Int32Array | Int8Array>(
  values: T,
  length: number,
): T {
  const Values = values.constructor as new (length: number) => T;
  const room = new Values(length);
  room.set(length < values.length ? values.subarray(0, length) : values);
  return room;
}

function spelled(bytes: Uint8Array, from: number, to: number): string {
  const LONGEST = 40;
  const text = new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + LONGEST)));
  return to - from > LONGEST ? `${text}…` : text;
}
