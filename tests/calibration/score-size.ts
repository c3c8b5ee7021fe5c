import { scoreZ } from '../../src/stats/mee';
import * as normal from '../../src/stats/normal';

/**
 * The chance that the score test rejects when both arms of `n` users have the rate `p`, summed over
 * every table up to 12 standard deviations away: counts are whole, so it is near alpha, not at it.
 */
export function scoreSize(n: number, p: number, alpha: number): number {
  const most = Math.min(n, Math.ceil(n * p + 12 * Math.sqrt(n * p)));
  const chances = binomialChances(n, p, most);
  let size = 0;
  for (let a = 0; a <= most; ++a) {
    for (let b = 0; b < a; ++b) {
      const z = scoreZ({ n, successes: a }, { n, successes: b }, 0);
      if (normal.twoSidedP(z) < alpha) size += 2 * chances[a]! * chances[b]!;
    }
  }
  return size;
}

function binomialChances(n: number, p: number, most: number): Float64Array {
  const chances = new Float64Array(most + 1);
  chances[0] = (1 - p) ** n;
  for (let k = 1; k <= most; ++k) {
    chances[k] = (chances[k - 1]! * (n - k + 1) * p) / (k * (1 - p));
  }
  return chances;
}
