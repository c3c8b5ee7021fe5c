import type { ExperimentParams } from './params';

export type Correction = ExperimentParams['correction'];

/** A p-value that pays for the company it is in. */
export interface Adjusted {
  readonly p: number;
  /** `p` before over after adjustment: an interval at level 1 − α·share agrees with the adjusted p. */
  readonly share: number;
}

/** Stands for p-values below what a double can hold, so that their share has a limit. */
const TINY = 1e-307;

/**
 * Adjusts a family of p-values, in their order.
 *
 * @param preferred  for `{ preferred }`: whether each belongs to the preferred metric
 * @see Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian
 *   Journal of Statistics 6(2), 65–70.
 * @see Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57(1),
 *   289–300.
 */
export function adjusted(
  ps: readonly number[],
  correction: Correction,
  preferred: readonly boolean[],
): Adjusted[] {
  const safe = ps.map((p) => Math.max(p, TINY));
  const larger = adjustment(safe, correction, preferred);
  return ps.map((p, i) => {
    const share = safe[i]! / larger[i]!;
    return { p: p / share, share };
  });
}

function adjustment(
  ps: readonly number[],
  correction: Correction,
  preferred: readonly boolean[],
): number[] {
  switch (correction) {
    case 'none':
      return [...ps];
    case 'bonferroni':
      return ps.map((p) => Math.min(1, p * ps.length));
    case 'holm':
      return holm(ps);
    case 'bh':
      return benjaminiHochberg(ps);
    default:
      return preferential(ps, preferred);
  }
}

function holm(ps: readonly number[]): number[] {
  const out = new Array<number>(ps.length);
  let highest = 0;
  rising(ps).forEach((i, rank) => {
    highest = Math.max(highest, Math.min(1, ps[i]! * (ps.length - rank)));
    out[i] = highest;
  });
  return out;
}

function benjaminiHochberg(ps: readonly number[]): number[] {
  const out = new Array<number>(ps.length);
  const order = rising(ps);
  let lowest = 1;
  for (let rank = order.length; rank >= 1; --rank) {
    const i = order[rank - 1]!;
    lowest = Math.min(lowest, (ps[i]! * ps.length) / rank);
    out[i] = lowest;
  }
  return out;
}

/** Half of α for the comparisons of the preferred metric, half for the others, each by Bonferroni. */
function preferential(ps: readonly number[], preferred: readonly boolean[]): number[] {
  const first = preferred.filter(Boolean).length;
  const others = ps.length - first;
  if (first === 0 || others === 0) return ps.map((p) => Math.min(1, p * ps.length));
  return ps.map((p, i) => Math.min(1, 2 * p * (preferred[i] ? first : others)));
}

function rising(ps: readonly number[]): number[] {
  return ps.map((_, i) => i).sort((a, b) => ps[a]! - ps[b]!);
}
