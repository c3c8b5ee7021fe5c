import { type Chain, type Follower, newChain } from './chain';
import type { Rules } from './rules';
import { stepFilling } from './step-filling';
import type { Stream } from './stream';

/**
 * Steps in any order: a chain is all that happens within the window from an event that matches some
 * step, and `reached` is how many steps its events can fill, each event one. Exclusions end it.
 */
export function unorderedChains(stream: Stream, { steps, windowMs }: Rules): Follower {
  const chain = newChain(steps);
  const filling = stepFilling(steps);
  const isStep = 2 ** steps - 1;
  let sizes = new Uint8Array(0);
  let ends = new Int32Array(0);

  /** The sizes of all windows: both ends only ever move on, and events of one kind are but a number. */
  function begin(): void {
    const { length, marks, time } = stream;
    if (sizes.length < length) {
      sizes = new Uint8Array(2 * length);
      ends = new Int32Array(2 * length);
    }
    const kinds: number[] = [];
    const counts: number[] = [];
    const kindOf = (position: number): number => {
      const kind = kinds.indexOf(marks[position]!);
      return kind >= 0 ? kind : kinds.push(marks[position]!) - 1;
    };
    let exclusion = 0;
    let end = 0;
    let size = 0;
    let isStale = false;
    for (let entry = 0; entry < length; ++entry) {
      const isOver = (position: number) => time[position]! > time[entry]!;
      while (exclusion < length && !(marks[exclusion]! > isStep && isOver(exclusion))) ++exclusion;
      for (; end < exclusion && time[end]! <= time[entry]! + windowMs; ++end) {
        const kind = kindOf(end);
        counts[kind] = (counts[kind] ?? 0) + 1;
        isStale ||= counts[kind]! <= steps;
      }
      if (isStale) size = sizeOf(kinds, counts);
      sizes[entry] = size;
      ends[entry] = end;
      const kind = kindOf(entry);
      isStale = --counts[kind]! < steps;
    }
  }

  function sizeOf(kinds: readonly number[], counts: readonly number[]): number {
    filling.clear();
    kinds.forEach((marks, kind) => {
      for (let event = Math.min(steps, counts[kind] ?? 0); event > 0; --event) filling.add(marks);
    });
    return filling.size;
  }

  function judge(entry: number): Chain {
    chain.reached = sizes[entry]!;
    // Of windows that get equally far the first one counts.
    chain.rank = stream.row[entry]!;
    return chain;
  }

  function follow(entry: number): Chain {
    judge(entry);
    chain.at.fill(-1);
    filling.clear();
    const end = ends[entry]!;
    for (let position = entry; position < end; ++position) {
      if (filling.add(stream.marks[position]!)) chain.at[filling.size - 1] = position;
    }
    const { length, marks, time } = stream;
    const stopped = end < length && marks[end]! > isStep && time[end]! <= time[entry]! + windowMs;
    chain.stop = stopped ? end : -1;
    return chain;
  }

  return { begin, judge, follow };
}
