/** How p-values of one family are corrected. `preferred` tests share `weight` (γ) of alpha, the others the rest. */
export type Correction =
  | 'none'
  | 'bonferroni'
  | 'holm'
  | 'benjamini-hochberg'
  | { readonly preferred: readonly boolean[]; readonly weight: number };

/** A p-value that counts the other tests of its family. */
export interface Corrected {
  /** Reject when it is below alpha. */
  readonly p: number;
  /**
   * Share of alpha left for the interval beside it: at level 1 − share·alpha the interval excludes
   * "no difference" exactly when the corrected p is below alpha. In (0, 1].
   */
  readonly share: number;
}

/**
 * Corrects the p-values of one family, in the order given.
 *
 * The share is p over corrected p, or its limit where p has underflowed to 0. Intervals at that
 * level agree with the correction; they cover one by one, not all at once.
 *
 * @see Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian
 *   Journal of Statistics 6(2), 65–70.
 * @see Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57(1),
 *   289–300.
 */
export function corrected(ps: readonly number[], correction: Correction): Corrected[] {
  for (const p of ps) if (!(p >= 0 && p <= 1)) throw new RangeError(`corrected: p is ${p}`);
  // The smallest number stands for 0, so that shares keep their limit.
  const positive = ps.map((p) => Math.max(p, Number.MIN_VALUE));
  const adjusted = adjustment(positive, correction);
  return ps.map((p, i) => ({
    p: p === 0 ? 0 : adjusted[i]!,
    share: Math.min(1, positive[i]! / adjusted[i]!),
  }));
}

function adjustment(ps: readonly number[], correction: Correction): readonly number[] {
  switch (correction) {
    case 'none':
      return ps;
    case 'bonferroni':
      return ps.map((p) => Math.min(1, p * ps.length));
    case 'holm':
      return holm(ps);
    case 'benjamini-hochberg':
      return benjaminiHochberg(ps);
    default:
      return preferential(ps, correction.preferred, correction.weight);
  }
}

function holm(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  let greatest = 0;
  for (const [rank, i] of ascending(ps).entries()) {
    greatest = Math.max(greatest, Math.min(1, ps[i]! * (ps.length - rank)));
    adjusted[i] = greatest;
  }
  return adjusted;
}

function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  let least = 1;
  for (const [fromLast, i] of ascending(ps).reverse().entries()) {
    least = Math.min(least, (ps[i]! * ps.length) / (ps.length - fromLast));
    adjusted[i] = least;
  }
  return adjusted;
}

/** Bonferroni within the preferred and within the others; plain Bonferroni when one side is empty. */
function preferential(ps: readonly number[], preferred: readonly boolean[], weight: number) {
  const first = preferred.filter(Boolean).length;
  const rest = ps.length - first;
  const isSplit = first > 0 && rest > 0;
  return ps.map((p, i) => {
    if (!isSplit) return Math.min(1, p * ps.length);
    return Math.min(1, preferred[i] ? (p * first) / weight : (p * rest) / (1 - weight));
  });
}

/** Indices from the smallest value to the largest; equal values in their order. */
function ascending(values: readonly number[]): number[] {
  return values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
}
