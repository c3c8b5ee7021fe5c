import type { Distribution } from './result-details';

/**
 * The empirical distribution function of an arm at the ends of the bins: how many of its values are
 * below each of them, zeros included; at the last end all are. Exact, for the bins are counted.
 */
export function cumulativeShares(
  edges: readonly number[],
  { values, zeros, counts }: Distribution['arms'][number],
): { readonly below: number; readonly share: number }[] {
  let inBins = 0;
  return edges.map((below, i) => {
    if (i > 0) inBins += counts[i - 1]!;
    return { below, share: (inBins + (below > 0 ? zeros : 0)) / values };
  });
}
