import jStat from 'jstat';

/**
 * The probability of `k` events where `mean` are expected, e^−mean · mean^k / k!, for `mean` > 0 and
 * real `k` ≥ 0.
 *
 * Written as a product of factors near their final size, because `exp(k·ln(mean) − mean − ln k!)`
 * loses a digit for every digit of `k`.
 *
 * @see Loader, C. (2000). Fast and accurate computation of binomial probabilities.
 */
export function density(k: number, mean: number): number {
  if (k === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k);
}

/** ln Γ(k + 1) less Stirling's approximation of it, for `k` > 0. */
export function stirlingError(k: number): number {
  if (k < 16) {
    return jStat.gammaln(k + 1) - (k + 0.5) * Math.log(k) + k - Math.log(2 * Math.PI) / 2;
  }
  const s = 1 / (k * k);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / k;
}

/** k·ln(k/mean) + mean − k without cancellation when the two are close; `k` ≥ 0, `mean` > 0. */
export function deviance(k: number, mean: number): number {
  if (k === 0) return mean;
  const gap = k - mean;
  if (Math.abs(gap) > 0.1 * (k + mean)) return k * Math.log(k / mean) - gap;
  const v = gap / (k + mean);
  let sum = gap * v;
  let term = 2 * k * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}
