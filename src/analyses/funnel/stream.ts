/**
 * The rows in which a funnel looks for chains, in order: those of one user, one session or one held
 * value that match a step or an exclusion. One is filled again and again, so that no row costs an object.
 */
export interface Stream {
  length: number;
  /** Position of each row in the block's rows; neighbours follow one another directly. */
  row: Uint32Array;
  time: Float64Array;
  /** What the row is to the funnel: see `marksOf`. */
  marks: Uint32Array;
}

export function emptyStream(): Stream {
  return {
    length: 0,
    row: new Uint32Array(0),
    time: new Float64Array(0),
    marks: new Uint32Array(0),
  };
}

/** Empties the stream and makes room for `rows` rows. */
export function reset(stream: Stream, rows: number): void {
  stream.length = 0;
  if (stream.row.length >= rows) return;
  const room = Math.max(rows, 2 * stream.row.length);
  stream.row = new Uint32Array(room);
  stream.time = new Float64Array(room);
  stream.marks = new Uint32Array(room);
}

/** Puts a row behind the others. */
export function append(stream: Stream, row: number, time: number, marks: number): void {
  const at = stream.length++;
  stream.row[at] = row;
  stream.time[at] = time;
  stream.marks[at] = marks;
}
