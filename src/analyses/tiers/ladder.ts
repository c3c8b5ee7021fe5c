import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { TiersParams } from './params';

/** The rule of tiers. Ranks: 0 is below the ladder, 1 its lowest tier. */
export interface Ladder {
  /** By rank; `(none)` is rank 0. */
  readonly names: readonly string[];
  /** What it takes to be in rank `i + 1`; ascending. */
  readonly from: Float64Array;
  /** How long what was earned counts; Infinity for ever. */
  readonly windowMs: number;
}

/** What users below the lowest tier are called. */
export const NONE = '(none)';

/** Sums of amounts are off by the last binary digits: who has spent 100 in parts has spent 100. */
const TOLERANCE = 1e-9;

/** @throws {Problem} `tiers-not-ascending`, `same-tier`, `window-is-zero` */
export function ladderOf({ tiers, window }: TiersParams): Ladder {
  const names = tiers.map(({ name }) => name);
  for (const [i, { name, from }] of tiers.entries()) {
    const path = `tiers[${i}]`;
    if (names.indexOf(name) < i || name === NONE)
      throw new Problem('same-tier', { name }, { path });
    const below = tiers[i - 1];
    if (below && !(from > below.from)) {
      const args = { name, from, below: below.name, belowFrom: below.from };
      throw new Problem('tiers-not-ascending', args, { path: `${path}.from` });
    }
  }
  const windowMs = window === null ? Infinity : durationMs(window);
  if (windowMs === 0) throw new Problem('window-is-zero', { found: window! }, { path: 'window' });
  return {
    names: [NONE, ...names],
    from: Float64Array.from(tiers, ({ from }) => from - TOLERANCE * Math.max(1, Math.abs(from))),
    windowMs,
  };
}

/** The rank that a sum gives. */
export function rankOf(sum: number, { from }: Ladder): number {
  let rank = 0;
  while (rank < from.length && sum >= from[rank]!) ++rank;
  return rank;
}
