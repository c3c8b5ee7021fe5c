import type { Buckets } from '../../events/buckets';

/** Entries by calendar period: one place per period in each. */
export interface TrendCounts {
  /** First instants of the periods, ascending. */
  readonly starts: Float64Array;
  readonly entered: Float64Array;
  /** Of those, how many did every step. */
  readonly converted: Float64Array;
}

/** Counts each unit once for every period in which it entered. */
export interface EntryTrend {
  /** An entry of the unit, and how far it got. */
  note(time: number, reached: number, isTainted: boolean): void;
  /** The unit is over. */
  close(): void;
  counts(): TrendCounts;
}

export function entryTrend({ count, edges, of }: Buckets, steps: number): EntryTrend {
  const entered = new Float64Array(count);
  const converted = new Float64Array(count);
  /** For the unit at hand the furthest step by period, twice over and one more where it is clean. */
  const furthest = new Uint8Array(count);
  const seen: number[] = [];

  return {
    note(time, reached, isTainted) {
      const bucket = of(time);
      if (furthest[bucket] === 0) seen.push(bucket);
      furthest[bucket] = Math.max(furthest[bucket]!, 2 * reached + (isTainted ? 0 : 1));
    },
    close() {
      for (const bucket of seen) {
        const best = furthest[bucket]!;
        furthest[bucket] = 0;
        if (best % 2 === 0) continue;
        ++entered[bucket]!;
        if (best === 2 * steps + 1) ++converted[bucket]!;
      }
      seen.length = 0;
    },
    counts: () => ({ starts: edges.slice(0, count), entered, converted }),
  };
}

/** The counts of several blocks together. */
export function joinedTrend(parts: readonly TrendCounts[]): TrendCounts {
  const sums = new Map<number, [entered: number, converted: number]>();
  for (const { starts, entered, converted } of parts) {
    starts.forEach((start, i) => {
      if (entered[i] === 0) return;
      const sum = sums.get(start) ?? [0, 0];
      sums.set(start, [sum[0] + entered[i]!, sum[1] + converted[i]!]);
    });
  }
  const starts = Float64Array.from(sums.keys()).sort();
  return {
    starts,
    entered: starts.map((start) => sums.get(start)![0]),
    converted: starts.map((start) => sums.get(start)![1]),
  };
}
