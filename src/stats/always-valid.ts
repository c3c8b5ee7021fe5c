import { validAlpha } from './alpha';
import { type Comparison, around } from './comparison';
import type { Estimate } from './estimate';

/**
 * The scale ρ² of the mixture that makes the confidence sequence narrowest, for its `alpha`, when
 * `tuning` users (both arms together) have come. Compute it once, from the experiment's own alpha
 * (half of it under hybrid looks), and keep it at every level: else p and interval part.
 */
export function mixtureScale(alpha: number, tuning = 5000): number {
  const twice = -2 * Math.log(validAlpha(alpha));
  return (twice + Math.log(twice + 1)) / tuning;
}

/** How many standard errors the always-valid interval reaches when `n` users have come to both arms. */
export function alwaysValidMultiplier(n: number, scale: number, alpha: number): number {
  const x = n * scale + 1;
  return Math.sqrt(((2 * x) / (n * scale)) * (Math.log(x) / 2 - Math.log(validAlpha(alpha))));
}

/**
 * A comparison that may be looked at as often as one likes: over all looks together it rejects a
 * true "no difference" with chance `alpha` at most. Asymptotic: not for fewer than 100 users per arm.
 *
 * @param n      users in both arms now
 * @param scale  from `mixtureScale`
 * @see Waudby-Smith, I., Arbour, D., Sinha, R., Kennedy, E. & Ramdas, A. (2021). Time-uniform
 *   central limit theory and asymptotic confidence sequences. arXiv 2103.06476.
 */
export function alwaysValid(
  difference: Estimate,
  n: number,
  scale: number,
  alpha: number,
): Comparison {
  const z = difference.value / difference.error;
  return {
    difference: around(difference, alwaysValidMultiplier(n, scale, alpha)),
    error: difference.error,
    statistic: z,
    df: null,
    p: alwaysValidP(z, n, scale),
  };
}

/** The p-value that the same mixture gives to `z`: 1 over the greatest odds against "no difference". */
export function alwaysValidP(z: number, n: number, scale: number): number {
  const x = n * scale + 1;
  return Math.min(1, Math.exp(Math.log(x) / 2 - (scale * n * z ** 2) / (2 * x)));
}

/**
 * The always-valid p-value of "not above 0", against a rise alone; its scale comes from
 * `mixtureScale(2 × alpha)`.
 */
export function alwaysValidUpperP(z: number, n: number, scale: number): number {
  if (z <= 0) return 1;
  const x = n * scale + 1;
  const odds = 2 * Math.expm1((z ** 2 * n * scale) / (2 * x));
  return Math.min(1, Math.sqrt(x) / odds);
}
