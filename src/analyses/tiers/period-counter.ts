import { bucketsOf } from '../../events/buckets';
import type { Input } from '../analysis';
import type { Climb } from './climb';
import { type Clusters, clusterCounter } from './clusters';
import type { TiersParams } from './params';

/** Ranks at the ends of periods. */
export interface PeriodCounts {
  /** Starts and ends of the periods that are over: period `p` is `[edges[p], edges[p + 1])`. */
  readonly edges: Float64Array;
  /** Users by period and rank at its end (`p · ranks + rank`). */
  readonly users: Float64Array;
  /** Users by period, rank at the end of the one before and rank at its own end. */
  readonly moves: Float64Array;
  /** All of these moves: a trial by rank before, outcomes the rank after, then up, then down. */
  readonly moved: Clusters;
}

/** Counts the ranks of users at the end of each period in the range that is over. */
export function periodCounter({ events, scope }: Input, { period }: TiersParams, ranks: number) {
  const { edges: all } = bucketsOf(events, scope, period);
  const { from, to } = scope.range ?? { from: -Infinity, to: Infinity };
  const edges = all.filter((edge) => edge >= from && edge <= Math.min(to, scope.completeThrough));
  const periods = Math.max(0, edges.length - 1);
  const users = new Float64Array(periods * ranks);
  const moves = new Float64Array(periods * ranks * ranks);
  const moved = clusterCounter(ranks, ranks + 2);
  const [up, down] = [ranks, ranks + 1];
  return {
    add({ start, at, stretches }: Climb): void {
      let stretch = -1;
      let before = -1;
      for (let edge = 0; edge <= periods; ++edge) {
        while (stretch + 1 < stretches && start[stretch + 1]! < edges[edge]!) ++stretch;
        if (stretch < 0) continue;
        const rank = at[stretch]!;
        if (edge > 0) ++users[(edge - 1) * ranks + rank]!;
        if (before >= 0) {
          ++moves[((edge - 1) * ranks + before) * ranks + rank]!;
          moved.trial(before);
          moved.outcome(before, rank);
          if (rank !== before) moved.outcome(before, rank > before ? up : down);
        }
        before = rank;
      }
      moved.close();
    },
    counts: (): PeriodCounts => ({ edges, users, moves, moved: moved.sums }),
  };
}
