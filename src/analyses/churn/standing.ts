import { sortedQuantile } from '../../stats/sample-quantile';
import type { Silences } from './silences';

/** Where a user stands at the end of the data. */
export type Standing = 'active' | 'atRisk' | 'churned' | null;

/** Nine in ten of a user's own gaps are no longer than this. */
const OWN_SHARE = 0.9;

/**
 * Where a user stands who is gone after `days` silent ones; null for one who was never active.
 *
 * @param least  gaps from which on a rhythm can be told
 */
export function standingOf(
  silences: Silences,
  user: number,
  days: number,
  least: number,
): Standing {
  const { offsets, length } = silences;
  const [from, to] = [offsets[user]!, offsets[user + 1]!];
  if (from === to) return null;
  const silent = length[to - 1]!;
  if (silent >= days) return 'churned';
  if (to - 1 - from < least) return 'active';
  const own = new Float64Array(length.subarray(from, to - 1)).sort();
  // The gap that is going on has at least one day more than it has silent ones.
  return silent + 1 > sortedQuantile(own, OWN_SHARE) ? 'atRisk' : 'active';
}
