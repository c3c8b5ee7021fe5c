import { type Chain, type Follower, newChain } from './chain';
import type { Rules } from './rules';
import type { Stream } from './stream';

/** Whether `distinctChains` is right: no row matches two steps, and each has to be done, in order and at its time. */
export function areDistinct(
  { order, graceMs, optional, exclusions }: Rules,
  marks: Uint32Array,
): boolean {
  if (order !== 'ordered' || graceMs > 0 || exclusions.length > 0) return false;
  let shared = 0;
  for (let row = 0; row < marks.length; ++row) shared |= marks[row]! & (marks[row]! - 1);
  return !optional.includes(true) && shared === 0;
}

/**
 * Ordered chains where every row belongs to one step alone: what comes after a row is the same for all
 * chains that take it, so one pass from the end finds it for all of them.
 */
export function distinctChains(stream: Stream, { steps, windowMs }: Rules): Follower {
  const chain = newChain(steps);
  const { at } = chain;
  /** For each position the first row of the next step from its time on; −1 without one. */
  let next = new Int32Array(0);
  /** The first row of each step in what has been passed; there is none behind the last step. */
  const passed = new Int32Array(steps + 1);

  function begin(): void {
    const { length, time, marks } = stream;
    if (next.length < length) next = new Int32Array(2 * length);
    passed.fill(-1);
    for (let to = length; to > 0;) {
      // Rows at one time come after one another, wherever they stand.
      let from = to - 1;
      while (from > 0 && time[from - 1] === time[from]) --from;
      for (let i = to - 1; i >= from; --i) passed[stepOf(marks[i]!)] = i;
      for (let i = from; i < to; ++i) next[i] = passed[stepOf(marks[i]!) + 1]!;
      to = from;
    }
  }

  function follow(entry: number): Chain {
    const { time } = stream;
    const limit = time[entry]! + windowMs;
    let last = entry;
    let reached = 1;
    at[0] = entry;
    for (let i = next[entry]!; i >= 0 && time[i]! <= limit; i = next[i]!) at[reached++] = last = i;
    at.fill(-1, reached);
    chain.reached = reached;
    chain.rank = time[last]!;
    return chain;
  }

  return { begin, judge: follow, follow };
}

/** The step of a mark with one bit, from 0. */
function stepOf(mark: number): number {
  return 31 - Math.clz32(mark);
}
