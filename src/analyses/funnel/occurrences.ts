import type { Stream } from './stream';

/** Where in a stream each kind of row comes next: built in one pass from the end, asked in no time. */
export interface Occurrences {
  /** Of the rows that the stream holds now. */
  build(): void;
  /** The first position from `from` on whose mark has bit `kind`, which is not 0; the stream's length when none has. */
  next(kind: number, from: number): number;
  /** The first position whose time is not more than the grace before that of `position`. */
  tiesFrom(position: number): number;
  /** The first position whose time is later than that of `position`. */
  after(position: number): number;
}

/** @param kinds  how many bits of a mark are used */
export function occurrences(stream: Stream, kinds: number, graceMs: number): Occurrences {
  /** No chain looks for its first step: bit 0 has no column. */
  const width = kinds - 1;
  let table = new Int32Array(0);
  let ties = new Int32Array(0);
  let later = new Int32Array(0);

  function build(): void {
    const { length, marks, time } = stream;
    if (ties.length < length) {
      table = new Int32Array((2 * length + 2) * width);
      ties = new Int32Array(2 * length);
      later = new Int32Array(2 * length);
    }
    let at = length * width;
    table.fill(length, at, at + 2 * width);
    let after = length;
    for (let i = length - 1; i >= 0; --i) {
      at -= width;
      let mark = marks[i]! >>> 1;
      for (let column = at, end = at + width; column < end; ++column, mark >>>= 1) {
        table[column] = (mark & 1) === 1 ? i : table[column + width]!;
      }
      if (i + 1 < length && time[i + 1]! > time[i]!) after = i + 1;
      later[i] = after;
    }
    for (let i = 0, first = 0; i < length; ++i) {
      while (time[first]! < time[i]! - graceMs) ++first;
      ties[i] = first;
    }
  }

  return {
    build,
    next: (kind, from) => table[from * width + kind - 1]!,
    tiesFrom: (position) => ties[position]!,
    after: (position) => later[position]!,
  };
}
