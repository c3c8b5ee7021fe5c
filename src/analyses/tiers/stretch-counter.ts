import type { Scope } from '../analysis';
import type { Climb } from './climb';

const DAY = 86_400_000;

/** How long users stayed in each rank, in whole days: entry `d · ranks + rank`. */
export interface StretchCounts {
  readonly up: Float64Array;
  readonly down: Float64Array;
  /** Not ended by the end of the data. */
  readonly still: Float64Array;
}

/**
 * Counts the stretches that begin in the range.
 *
 * @param first  time of the earliest event of the data
 */
export function stretchCounter({ range, completeThrough }: Scope, first: number, ranks: number) {
  const days = Math.max(0, Math.floor((completeThrough - first) / DAY)) + 1;
  const [up, down, still] = [0, 1, 2].map(() => new Float64Array(days * ranks));
  const { from, to } = range ?? { from: -Infinity, to: Infinity };
  return {
    add({ start, at, stretches }: Climb): void {
      for (let i = 0; i < stretches; ++i) {
        if (start[i]! < from || start[i]! >= to) continue;
        const isLast = i + 1 === stretches;
        const end = isLast ? completeThrough : start[i + 1]!;
        const entry = Math.floor((end - start[i]!) / DAY) * ranks + at[i]!;
        if (isLast) ++still![entry]!;
        else if (at[i + 1]! > at[i]!) ++up![entry]!;
        else ++down![entry]!;
      }
    },
    counts: (): StretchCounts => ({ up: up!, down: down!, still: still! }),
  };
}
