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
  // The gap that is going on has at least one day more than it has silent ones.
  return isBeyond(silent + 1, length.subarray(from, to - 1)) ? 'atRisk' : 'active';
}

/** Whether `days` are more than nine in ten of the gaps; sorted only where counting does not tell. */
function isBeyond(days: number, gaps: Int32Array): boolean {
  let longer = 0;
  for (const gap of gaps) if (gap >= days) ++longer;
  if (longer === 0) return true;
  if (longer >= gaps.length - Math.floor(OWN_SHARE * (gaps.length - 1))) return false;
  return days > sortedQuantile(new Float64Array(gaps).sort(), OWN_SHARE);
}
