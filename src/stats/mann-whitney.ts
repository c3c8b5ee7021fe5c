import { Problem } from '../base/problem';
import * as normal from './normal';

/** Whether values of one arm tend to be larger; not whether its mean is. */
export interface MannWhitney {
  /** Pairs in which the treatment's value is the larger, ties counting half. */
  readonly u: number;
  /** P(treatment > control) + ½·P(equal), from 0 to 1. */
  readonly probability: number;
  /** Two-sided. */
  readonly p: number;
  /** Whether p counts all orders (20 users at most, no ties), not the normal approximation. */
  readonly exact: boolean;
}

const MOST_FOR_EXACT = 20;

/**
 * The Mann–Whitney test with mid-ranks; variance corrected for ties, continuity correction ½.
 *
 * @throws {Problem} `too-few-users` when an arm is empty
 * @throws {Problem} `same-value` when all values are equal
 * @see Mann, H. B. & Whitney, D. R. (1947). On a test of whether one of two random variables is
 *   stochastically larger than the other. Annals of Mathematical Statistics 18(1), 50–60.
 */
export function mannWhitney(control: ArrayLike<number>, treatment: ArrayLike<number>): MannWhitney {
  if (control.length === 0 || treatment.length === 0)
    throw new Problem('too-few-users', { users: 0 });
  const { u, tieCubes } = pairs(
    Float64Array.from(control).sort(),
    Float64Array.from(treatment).sort(),
  );
  const product = control.length * treatment.length;
  const n = control.length + treatment.length;
  if (tieCubes === n ** 3 - n) throw new Problem('same-value', { value: control[0]! });
  const exact = tieCubes === 0 && n <= MOST_FOR_EXACT;
  const variance = (product / 12) * (n + 1 - tieCubes / (n * (n - 1)));
  const gap = Math.max(0, Math.abs(u - product / 2) - 0.5);
  return {
    u,
    probability: u / product,
    p: exact
      ? exactP(u, control.length, treatment.length)
      : normal.twoSidedP(gap / Math.sqrt(variance)),
    exact,
  };
}

/** Counts the pairs by walking both sorted arms at once; `tieCubes` is Σ(t³ − t) over tied groups. */
function pairs(control: Float64Array, treatment: Float64Array) {
  let u = 0;
  let tieCubes = 0;
  let c = 0;
  for (let t = 0; t < treatment.length || c < control.length;) {
    const value = Math.min(treatment[t] ?? Infinity, control[c] ?? Infinity);
    const below = c;
    const from = t;
    while (c < control.length && control[c] === value) ++c;
    while (t < treatment.length && treatment[t] === value) ++t;
    u += (t - from) * (below + (c - below) / 2);
    const tied = t - from + c - below;
    tieCubes += tied ** 3 - tied;
  }
  return { u, tieCubes };
}

/** The two-sided chance of a U as far from its middle, over all orders of the arms. */
function exactP(u: number, controls: number, treatments: number): number {
  const orders = ordersByU(controls, treatments);
  const all = orders.reduce((sum, count) => sum + count, 0);
  const far = Math.min(u, controls * treatments - u);
  const tail = orders.slice(0, far + 1).reduce((sum, count) => sum + count, 0);
  return Math.min(1, (2 * tail) / all);
}

/** For each U the number of orders that have it: the Gaussian binomial coefficient, factor by factor. */
function ordersByU(controls: number, treatments: number): number[] {
  const most = controls * treatments;
  const counts = new Array<number>(most + 1).fill(0);
  counts[0] = 1;
  for (let k = 1; k <= treatments; ++k) {
    for (let u = most; u >= controls + k; --u) counts[u]! -= counts[u - controls - k]!;
    for (let u = k; u <= most; ++u) counts[u]! += counts[u - k]!;
  }
  return counts;
}
