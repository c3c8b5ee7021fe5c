/**
 * The x > 0 at which a continuous distribution on (0, ∞) has P(X ≤ x) = `p`, from its two tails.
 *
 * Halves the interval on the logarithm of x, then on x, comparing whichever tail is the smaller, so
 * that p = 1e-300 and p = 1 − 1e-15 keep the digits they have.
 *
 * @param start any x > 0 from which to look outward
 */
export function quantileOf(
  p: number,
  lowerTail: (x: number) => number,
  upperTail: (x: number) => number,
  start: number,
): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`quantileOf: p is ${p}`);
  const below = (x: number) => (p < 0.5 ? lowerTail(x) < p : upperTail(x) > 1 - p);
  let low = start;
  let high = start;
  for (let factor = 2; low > 0 && !below(low); factor *= factor) low /= factor;
  for (let factor = 2; below(high); factor *= factor) high *= factor;
  for (;;) {
    const middle = high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
    if (!(middle > low && middle < high)) return middle;
    if (below(middle)) low = middle;
    else high = middle;
  }
}
