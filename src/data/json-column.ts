import { larger } from './column-builder';
import { Dictionary } from './dictionary';
import type { RawValues } from './raw-table';
import { type TimeReading, readTime } from './time-bytes';

/** No time is longer. */
const LONGEST_TIME = 64;

/**
 * A column of a JSON file in the making. The first value says of what kind it is; rows without a
 * value are missing.
 */
export class JsonColumn {
  kind: 'none' | 'number' | 'flag' | 'text' | 'time' = 'none';
  numbers = new Float64Array();
  flags = new Int8Array();
  /** The row at which it became of its kind or met a new text: what a broken record must not do. */
  changed = -1;
  #codes = new Int32Array();
  #shapes = 0;
  /** Of bytes that are no UTF-8 two may be one text. */
  #isOdd = false;
  readonly #dictionary = new Dictionary((oddity) => (this.#isOdd ||= oddity === 'not-utf8'));
  #room: number;

  constructor(
    readonly name: string,
    room: number,
    private readonly times: TimeReading,
  ) {
    this.#room = room;
  }

  reserve(room: number): void {
    this.#room = room;
    if (this.kind === 'flag') this.flags = withRoom(this.flags, room, -1);
    else if (this.kind === 'text') this.#codes = withRoom(this.#codes, room, -1);
    else if (this.kind !== 'none') this.numbers = withRoom(this.numbers, room, NaN);
  }

  /** Whether the column takes values of this kind. */
  takes(kind: 'number' | 'flag', row: number): boolean {
    if (this.kind === 'none') this.#become(kind, row);
    return this.kind === kind;
  }

  /** Takes the text `[from, to)`; false when the column is of another kind, or the text no UTF-8. */
  text(row: number, bytes: Uint8Array, from: number, to: number): boolean {
    if (this.kind === 'none') {
      if (from === to) return true;
      this.#become('time', row);
      if (!this.#time(row, bytes, from, to)) this.#become('text', row);
    }
    if (this.kind === 'time') return from === to || this.#time(row, bytes, from, to);
    if (this.kind !== 'text') return from === to;
    if (from === to) return true;
    const before = this.#dictionary.size;
    this.#codes[row] = this.#dictionary.code(bytes, from, to);
    if (this.#dictionary.size > before) this.changed = row;
    return !this.#isOdd;
  }

  /** Takes back what the row has. */
  clear(row: number): void {
    if (this.kind === 'flag') this.flags[row] = -1;
    else if (this.kind === 'text') this.#codes[row] = -1;
    else if (this.kind !== 'none') this.numbers[row] = NaN;
  }

  values(rows: number): RawValues {
    switch (this.kind) {
      case 'number':
        return { kind: 'number', values: larger(this.numbers, rows) };
      case 'time':
        return { kind: 'time', values: larger(this.numbers, rows), shapes: this.#shapes };
      case 'flag':
        return { kind: 'flag', values: larger(this.flags, rows) };
      default: {
        const codes = this.kind === 'text' ? this.#codes : new Int32Array(rows).fill(-1);
        const values = this.#dictionary.values();
        return { kind: 'text', origin: 'typed', values, codes: larger(codes, rows) };
      }
    }
  }

  #time(row: number, bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from > LONGEST_TIME) return false;
    if (readTime(bytes, from, to, this.numbers, row, this.times) !== to) return false;
    this.#shapes |= this.times.shape;
    return true;
  }

  #become(kind: Exclude<JsonColumn['kind'], 'none'>, row: number): void {
    this.kind = kind;
    this.changed = row;
    this.reserve(this.#room);
  }
}

function withRoom<T extends Float64Array | Int32Array | Int8Array>(
  values: T,
  room: number,
  missing: number,
): T {
  const grown = larger(values, room);
  grown.fill(missing, values.length);
  return grown;
}
