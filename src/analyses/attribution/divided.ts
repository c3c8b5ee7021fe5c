import type { DistinctPaths } from './distinct-paths';

/** Of sums per path: those of paths with touch, and those of the path without. */
export function touchedAndNot(
  totals: Float64Array,
  { offsets }: DistinctPaths,
): { readonly touched: number; readonly untouched: number } {
  let touched = 0;
  let untouched = 0;
  for (let path = 0; path < totals.length; ++path) {
    if (offsets[path] === offsets[path + 1]) untouched += totals[path]!;
    else touched += totals[path]!;
  }
  return { touched, untouched };
}

/**
 * Writes the total of paths with touch into `credit` in proportion to `shares`, one per channel, and
 * that of the others behind them. Shares that add up to nothing give nobody anything.
 */
export function divideTotal(
  totals: Float64Array,
  paths: DistinctPaths,
  shares: Float64Array,
  credit: Float64Array,
): void {
  const { touched, untouched } = touchedAndNot(totals, paths);
  const all = shares.reduce((sum, share) => sum + share, 0);
  for (let channel = 0; channel < shares.length; ++channel) {
    // Adding 0 makes one number of 0 and −0.
    credit[channel] = all === 0 ? 0 : (touched * shares[channel]!) / all + 0;
  }
  credit[shares.length] = untouched;
}
