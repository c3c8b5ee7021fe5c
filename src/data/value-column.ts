import { larger } from './column-builder';
import type { RawValues } from './raw-table';

/** A value of a JSON record, or of a nested column of another format. */
export type Value = string | number | boolean | null | undefined;

/**
 * A column of values that carry their own type. Rows may be left out; they are missing. Of values of
 * different types all become text.
 */
export class ValueColumn {
  #kind: 'number' | 'flag' | 'text' | null = null;
  #numbers = new Float64Array();
  #flags = new Int8Array();
  #codes = new Int32Array();
  #texts = new Map<string, number>();
  /** Rows so far, the last one that was put included. */
  #rows = 0;

  put(row: number, value: Value): void {
    if (value === null || value === undefined || value === '') return;
    const kind = typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'flag';
    if (this.#kind === null) this.#kind = kind;
    else if (this.#kind !== kind && this.#kind !== 'text') this.#toText();
    this.#reach(row);
    if (this.#kind === 'number') this.#numbers[row] = value as number;
    else if (this.#kind === 'flag') this.#flags[row] = value ? 1 : 0;
    else this.#codes[row] = this.#code(String(value));
  }

  values(rows: number): RawValues {
    if (rows > 0) this.#reach(rows - 1);
    switch (this.#kind) {
      case 'number':
        return { kind: 'number', values: larger(this.#numbers, rows) };
      case 'flag':
        return { kind: 'flag', values: larger(this.#flags, rows) };
      default:
        return {
          kind: 'text',
          origin: 'typed',
          values: [...this.#texts.keys()],
          codes: larger(this.#codes, rows),
        };
    }
  }

  /** Room up to `row`; the rows that were left out become missing. */
  #reach(row: number): void {
    const from = this.#rows;
    if (row < from) return;
    const room = row < 64 ? 64 : row * 2;
    if (this.#kind === 'number') {
      if (row >= this.#numbers.length) this.#numbers = larger(this.#numbers, room);
      this.#numbers.fill(NaN, from, row + 1);
    } else if (this.#kind === 'flag') {
      if (row >= this.#flags.length) this.#flags = larger(this.#flags, room);
      this.#flags.fill(-1, from, row + 1);
    } else {
      if (row >= this.#codes.length) this.#codes = larger(this.#codes, room);
      this.#codes.fill(-1, from, row + 1);
    }
    this.#rows = row + 1;
  }

  #code(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }

  #toText(): void {
    const codes = new Int32Array(Math.max(64, this.#rows));
    for (let row = 0; row < this.#rows; ++row) {
      const number = this.#kind === 'number' ? this.#numbers[row]! : NaN;
      const flag = this.#kind === 'flag' ? this.#flags[row]! : -1;
      if (!Number.isNaN(number)) codes[row] = this.#code(String(number));
      else codes[row] = flag < 0 ? -1 : this.#code(flag === 1 ? 'true' : 'false');
    }
    this.#kind = 'text';
    this.#codes = codes;
    this.#numbers = new Float64Array();
    this.#flags = new Int8Array();
  }
}
