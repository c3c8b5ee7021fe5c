/** From here the asymptotic series has all digits. */
const LARGE = 10;

/**
 * ψ(x) = d ln Γ(x) / dx for `x` > 0; absolute error below 1e-12.
 *
 * @see Abramowitz, M. & Stegun, I. A. (1964). Handbook of Mathematical Functions, 6.3.18.
 */
export function digamma(x: number): number {
  let shift = 0;
  let y = x;
  for (; y < LARGE; ++y) shift += 1 / y;
  const s = 1 / y ** 2;
  const series = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132)))));
  return Math.log(y) - 1 / (2 * y) - series - shift;
}

/** ψ′(x) for `x` > 0; relative error below 1e-12. @see Abramowitz & Stegun (1964), 6.4.12. */
export function trigamma(x: number): number {
  let shift = 0;
  let y = x;
  for (; y < LARGE; ++y) shift += 1 / y ** 2;
  const s = 1 / y ** 2;
  const series = s * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66)))));
  return (1 + 1 / (2 * y) + series) / y + shift;
}
