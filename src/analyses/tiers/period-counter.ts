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

/**
 * Counts the ranks of users at the end of each period in the range that is over. A stretch of one rank
 * is laid down as a whole, whatever the number of periods it lasts.
 */
export function periodCounter({ events, scope }: Input, { period }: TiersParams, ranks: number) {
  const buckets = bucketsOf(events, scope, period);
  const { from, to } = scope.range ?? { from: -Infinity, to: Infinity };
  const skipped = buckets.edges.filter((edge) => edge < from).length;
  const last = Math.min(to, scope.completeThrough);
  const edges = buckets.edges.filter((edge) => edge >= from && edge <= last);
  const periods = Math.max(0, edges.length - 1);
  /** Changes from edge to edge of the users in a rank; and moves, those that stay as such changes. */
  const change = new Float64Array((edges.length + 1) * ranks);
  const keepChange = new Float64Array((edges.length + 1) * ranks);
  const moves = new Float64Array(periods * ranks * ranks);
  const moved = clusterCounter(ranks, ranks + 2);
  const [up, down] = [ranks, ranks + 1];
  const edgeAfter = (t: number) => Math.min(edges.length, Math.max(0, buckets.of(t) + 1 - skipped));

  function move(edge: number, before: number, rank: number): void {
    ++moves[((edge - 1) * ranks + before) * ranks + rank]!;
    moved.trial(before);
    moved.outcome(before, rank);
    if (rank !== before) moved.outcome(before, rank > before ? up : down);
  }

  function stay(first: number, end: number, rank: number): void {
    ++change[first * ranks + rank]!;
    --change[end * ranks + rank]!;
    if (end - first < 2) return;
    ++keepChange[(first + 1) * ranks + rank]!;
    --keepChange[end * ranks + rank]!;
    moved.trial(rank, end - first - 1);
    moved.outcome(rank, rank, end - first - 1);
  }

  return {
    add({ start, at, stretches }: Climb): void {
      let before = -1;
      for (let i = 0; i < stretches; ++i) {
        const first = edgeAfter(start[i]!);
        const end = i + 1 < stretches ? edgeAfter(start[i + 1]!) : edges.length;
        if (first >= end) continue;
        if (before >= 0) move(first, before, at[i]!);
        stay(first, end, at[i]!);
        before = at[i]!;
      }
      moved.close();
    },
    counts(): PeriodCounts {
      const users = summedUp(change, ranks);
      const kept = summedUp(keepChange, ranks);
      const all = moves.slice();
      for (let period = 0; period < periods; ++period) {
        for (let rank = 0; rank < ranks; ++rank) {
          all[(period * ranks + rank) * ranks + rank]! += kept[(period + 1) * ranks + rank]!;
        }
      }
      const atEnds = users.slice(ranks, (periods + 1) * ranks);
      return { edges, users: atEnds, moves: all, moved: moved.sums };
    },
  };
}

/** Running sums of changes, `ranks` of them side by side. */
function summedUp(change: Float64Array, ranks: number): Float64Array {
  const sums = change.slice();
  for (let i = ranks; i < sums.length; ++i) sums[i]! += sums[i - ranks]!;
  return sums;
}
