import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { Scope } from '../analysis';
import type { Climb } from './climb';
import { type Clusters, clusterCounter } from './clusters';
import type { Ladder } from './ladder';
import type { TiersParams } from './params';

/** Rows that are added up, by the rank that they give, and whether another followed. */
export interface OrderCounts {
  /** Trials by rank, one outcome: followed. Only orders whose time is over. */
  readonly again: Clusters;
  /** By rank: orders whose time is not over. */
  readonly open: Float64Array;
  /** Trials just below (2 i) and from (2 i + 1) the threshold of rank i + 1; one outcome: followed. */
  readonly near: Clusters;
}

/** Counts orders in the range: is there another of the user in [t, t + within) after it? */
export function orderCounter(
  { range, completeThrough }: Scope,
  { repurchase, near: share, tiers }: TiersParams,
  ladder: Ladder,
) {
  const withinMs = durationMs(repurchase);
  if (withinMs === 0)
    throw new Problem('window-is-zero', { found: repurchase }, { path: 'repurchase' });
  const { from, to } = range ?? { from: -Infinity, to: Infinity };
  const again = clusterCounter(ladder.names.length, 1);
  const near = clusterCounter(2 * tiers.length, 1);
  const open = new Float64Array(ladder.names.length);

  function addNear(sum: number, isFollowed: boolean): void {
    for (let i = 0; i < tiers.length; ++i) {
      const threshold = tiers[i]!.from;
      if (!(threshold > 0 && Math.abs(sum - threshold) <= share * threshold)) continue;
      const kind = 2 * i + (sum >= ladder.from[i]! ? 1 : 0);
      near.trial(kind);
      if (isFollowed) near.outcome(kind, 0);
    }
  }

  return {
    add({ rows, time, rank, sum }: Climb): void {
      for (let i = 0; i < rows; ++i) {
        const t = time[i]!;
        if (t < from || t >= to) continue;
        if (t + withinMs > completeThrough) {
          ++open[rank[i]!]!;
          continue;
        }
        const isFollowed = i + 1 < rows && time[i + 1]! < t + withinMs;
        again.trial(rank[i]!);
        if (isFollowed) again.outcome(rank[i]!, 0);
        addNear(sum[i]!, isFollowed);
      }
      again.close();
      near.close();
    },
    counts: (): OrderCounts => ({ again: again.sums, open, near: near.sums }),
  };
}
