import type { EventIndex } from '../../events/event-index';
import type { HeldValues } from './held-values';
import { type Stream, append, reset } from './stream';

/** Who is told of the streams: those of one unit come behind one another. */
export interface StreamVisitor {
  /** A user, or one value of a user. */
  open(user: number, value: number): void;
  /** The stream holds the next rows of the unit. */
  see(): void;
  close(): void;
}

/** What parts the rows of a user into several streams. */
export interface Parting {
  /** Bits of a mark that are steps; the others are exclusions. */
  readonly stepBits: number;
  readonly held: HeldValues | null;
  /** The value that a row of a user belongs to, when each value is a funnel of its own. */
  readonly valueOf: ((row: number, user: number) => number) | null;
}

/** Fills `stream` with the rows that matter, user by user, and tells the visitor. */
export function eachStream(
  { users, offsets, time }: EventIndex,
  marks: Uint32Array,
  parting: Parting,
  stream: Stream,
  visitor: StreamVisitor,
): void {
  const base = offsets[0]!;
  const isWhole = parting.held === null && parting.valueOf === null;
  for (let user = 0; user < users; ++user) {
    const [from, to] = [offsets[user]!, offsets[user + 1]!];
    reset(stream, to - from);
    const { row: rows, time: times, marks: kept } = stream;
    let length = 0;
    for (let row = from; row < to; ++row) {
      const mark = marks[row - base]!;
      if (mark === 0) continue;
      rows[length] = row;
      times[length] = time[row]!;
      kept[length++] = mark;
    }
    if (length === 0) continue;
    stream.length = length;
    if (!isWhole) {
      parted(user, base, parting, stream, visitor);
      continue;
    }
    visitor.open(user, 0);
    visitor.see();
    visitor.close();
  }
}

/** One unit for each value, and in it one stream for each value that is held. */
function parted(
  user: number,
  base: number,
  { stepBits, held, valueOf }: Parting,
  stream: Stream,
  visitor: StreamVisitor,
): void {
  const { length } = stream;
  const row = stream.row.slice(0, length);
  const time = stream.time.slice(0, length);
  const marks = stream.marks.slice(0, length);
  const values = row.map((each) => (valueOf ? valueOf(each, user) : 0));
  const holds = Int32Array.from(row, (each) => (held ? held.codes[each - base]! : 0));
  const order = row
    .map((_, i) => i)
    .sort((i, j) => values[i]! - values[j]! || holds[i]! - holds[j]! || i - j);

  for (let from = 0; from < length;) {
    const value = values[order[from]!]!;
    visitor.open(user, value);
    /** Exclusions that hold nothing: they count for every stream they do not contradict. */
    const loose: number[] = [];
    while (from < length && values[order[from]!] === value) {
      const hold = holds[order[from]!]!;
      let to = from + 1;
      while (to < length && values[order[to]!] === value && holds[order[to]!] === hold) ++to;
      const own = order.subarray(from, to);
      from = to;
      if (hold < 0) {
        for (const i of own) if ((marks[i]! & ~stepBits) !== 0) loose.push(i);
        continue;
      }
      const alike = loose.filter((i) => held!.isAlike(row[i]!, row[own[0]!]!));
      stream.length = 0;
      for (const i of alike.length === 0 ? own : [...own, ...alike].sort((i, j) => i - j)) {
        append(stream, row[i]!, time[i]!, holds[i]! < 0 ? marks[i]! & ~stepBits : marks[i]!);
      }
      visitor.see();
    }
    visitor.close();
  }
}
