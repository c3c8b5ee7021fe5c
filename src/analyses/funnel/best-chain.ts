import type { Chain, Follower } from './chain';
import type { Stream } from './stream';

/**
 * The chain that counts of all those of a unit: the one that gets furthest; of equally far ones one
 * that no exclusion has spoilt, then the one of the lowest rank, then the one that starts last.
 */
export interface BestChain {
  /** The furthest step, from 1; 0 before any chain was seen. */
  readonly reached: number;
  readonly isTainted: boolean;
  /** The row of each step, −1 for steps not done. */
  readonly rows: Int32Array;
  /** When each step was done; NaN for steps not done. */
  readonly times: Float64Array;
  clear(): void;
  /** Looks at the chain that starts at position `entry` of the stream. */
  offer(chain: Chain, entry: number, stream: Stream): void;
  /** Notes the steps of what was best in this stream; to be called before the stream changes. */
  settle(stream: Stream, follower: Follower): void;
}

export function bestChain(steps: number): BestChain {
  const rows = new Int32Array(steps);
  const times = new Float64Array(steps);
  let reached = 0;
  let rank = 0;
  let start = 0;
  let isTainted = false;
  let pending = -1;

  function isBetter(chain: Chain, row: number): boolean {
    if (chain.reached !== reached) return chain.reached > reached;
    if (chain.isTainted !== isTainted) return isTainted;
    return chain.rank === rank ? row > start : chain.rank < rank;
  }

  return {
    get reached() {
      return reached;
    },
    get isTainted() {
      return isTainted;
    },
    rows,
    times,
    clear() {
      reached = 0;
      pending = -1;
    },
    offer(chain, entry, stream) {
      const row = stream.row[entry]!;
      if (!isBetter(chain, row)) return;
      ({ reached, rank, isTainted } = chain);
      start = row;
      pending = entry;
    },
    settle(stream, follower) {
      if (pending < 0) return;
      const { at } = follower.follow(pending);
      for (let step = 0; step < steps; ++step) {
        const position = at[step]!;
        rows[step] = position < 0 ? -1 : stream.row[position]!;
        times[step] = position < 0 ? NaN : stream.time[position]!;
      }
      pending = -1;
    },
  };
}
