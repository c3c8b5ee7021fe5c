/** A point of a Lorenz curve: the share of the total that the least of them have together. */
export interface LorenzPoint {
  readonly population: number;
  readonly value: number;
}

/**
 * The Gini coefficient: 0 where all have the same, (n − 1)/n where one has everything.
 *
 * @param sorted  ascending, none negative, not all 0
 * @see Gini, C. (1914). Sulla misura della concentrazione e della variabilità dei caratteri. Atti del
 *   Reale Istituto Veneto 73.
 */
export function gini(sorted: ArrayLike<number>): number {
  const n = sorted.length;
  let sum = 0;
  let weighted = 0;
  for (let i = 0; i < n; ++i) {
    sum += sorted[i]!;
    weighted += (2 * i + 1 - n) * sorted[i]!;
  }
  return weighted / (n * sum);
}

/**
 * The curve at `points` + 1 equal steps of the population, from (0, 0) to (1, 1), on straight lines
 * between one person and the next.
 *
 * @param sorted  ascending, none negative, not all 0
 * @see Lorenz, M. O. (1905). Methods of measuring the concentration of wealth. Publications of the
 *   American Statistical Association 9(70), 209–219.
 */
export function lorenzCurve(sorted: ArrayLike<number>, points: number): LorenzPoint[] {
  const n = sorted.length;
  let total = 0;
  for (let i = 0; i < n; ++i) total += sorted[i]!;
  let before = 0;
  let i = 0;
  return Array.from({ length: points + 1 }, (_, step) => {
    const place = (step * n) / points;
    while (i < n && i + 1 <= place) before += sorted[i++]!;
    const part = i < n ? (place - i) * sorted[i]! : 0;
    return { population: step / points, value: step === points ? 1 : (before + part) / total };
  });
}

/** How many people the top `share` of `n` are: rounded up, at least one. */
export function topCount(n: number, share: number): number {
  // 0.1 × 23,570 is 2,357.0000000000005 in binary.
  return Math.min(n, Math.max(1, Math.ceil(share * n - 1e-9 * n)));
}

/** The share of the total that the `count` greatest have; values as for `gini`. */
export function topPart(sorted: ArrayLike<number>, count: number): number {
  const from = sorted.length - count;
  let below = 0;
  let above = 0;
  for (let i = 0; i < sorted.length; ++i) {
    if (i < from) below += sorted[i]!;
    else above += sorted[i]!;
  }
  return above / (above + below);
}

/** How many of the greatest it takes to have `part` of the total; values as for `gini`. */
export function countReaching(sorted: ArrayLike<number>, part: number): number {
  let total = 0;
  for (let i = 0; i < sorted.length; ++i) total += sorted[i]!;
  let count = 0;
  for (let sum = 0; sum < part * total * (1 - 1e-12); ++count) {
    sum += sorted[sorted.length - 1 - count]!;
  }
  return count;
}
