import { binomialDensity } from './binomial-density';

/** Two outcomes whose chances differ by less than this share count as equally likely. */
const TIE = 1e-7;

/** More ways than this to divide the total are not enumerated. */
const MOST_WAYS = 200_000;

/**
 * The exact chance that `observed` or anything no likelier comes out when the total is divided by
 * `shares`, which sum to 1; null when there are more than 200,000 ways to divide it.
 */
export function multinomialP(
  observed: readonly number[],
  shares: readonly number[],
): number | null {
  const total = observed.reduce((sum, count) => sum + count, 0);
  if (ways(total, observed.length) > MOST_WAYS) return null;
  const limit = density(observed, shares) * (1 + TIE);
  return Math.min(1, chanceUpTo(limit, total, shares, 1));
}

/** The chance of exactly `counts`: each arm takes its part of what the arms before it left. */
function density(counts: readonly number[], shares: readonly number[]): number {
  let left = counts.reduce((sum, count) => sum + count, 0);
  let rest = 1;
  let chance = 1;
  for (let i = 0; i < counts.length - 1; ++i) {
    chance *= binomialDensity(counts[i]!, left, Math.min(1, shares[i]! / rest));
    left -= counts[i]!;
    rest -= shares[i]!;
  }
  return chance;
}

/** Sums the chances of all divisions of `left` that, times `before`, are at most `limit`. */
function chanceUpTo(
  limit: number,
  left: number,
  shares: readonly number[],
  before: number,
): number {
  const [first, ...others] = shares;
  if (others.length === 0) return before <= limit ? before : 0;
  const rest = shares.reduce((sum, share) => sum + share, 0);
  let chance = 0;
  for (let count = 0; count <= left; ++count) {
    const here = before * binomialDensity(count, left, Math.min(1, first! / rest));
    if (here > 0) chance += chanceUpTo(limit, left - count, others, here);
  }
  return chance;
}

/** In how many ways `total` users can be divided among `arms`. */
function ways(total: number, arms: number): number {
  let product = 1;
  for (let i = 1; i < arms; ++i) product *= (total + i) / i;
  return product;
}
