import { Problem } from '../base/problem';
import { scratchNumbers } from '../base/scratch';
import type { JointMoments } from './joint-moments';
import type { Moments } from './moments';

/**
 * A ratio of sums, ΣM/ΣD with users as units, as one value per user: R + (Mᵢ − R·Dᵢ)/D̄. Their mean is
 * the ratio R and their variance that of R by the delta method, so whatever takes a mean per user
 * (Welch, CUPED, bootstrap, segments) takes a ratio.
 *
 * Linearise each arm by itself. Users with a denominator of 0 stay in. Within `withScratch` the values are of its memory.
 *
 * @throws {Problem} `no-denominator` when the denominators add up to 0
 * @see Deng, A., Knoblich, U. & Lu, J. (2018). Applying the delta method in metric analytics. KDD.
 */
export function linearised(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
): Float64Array {
  const total = sum(denominators);
  if (total === 0) throw new Problem('no-denominator');
  const ratio = sum(numerators) / total;
  const mean = total / denominators.length;
  const values = scratchNumbers(denominators.length);
  for (let i = 0; i < values.length; ++i) {
    values[i] = ratio + (numerators[i]! - ratio * denominators[i]!) / mean;
  }
  return values;
}

/**
 * The moments of the linearised values, from those of (numerator, denominator): what blocks of users
 * can be merged to.
 *
 * @throws {Problem} `no-denominator`
 */
export function ratioMoments({ n, means, products }: JointMoments): Moments {
  const [numerator, denominator] = means as [number, number];
  if (denominator === 0) throw new Problem('no-denominator');
  const mean = numerator / denominator;
  const squares = products[0]![0]! - 2 * mean * products[0]![1]! + mean ** 2 * products[1]![1]!;
  return { n, mean, m2: Math.max(0, squares) / denominator ** 2 };
}

/** With fewer carriers the plain error of a ratio is too small. */
const FEW_CARRIERS = 100;

/**
 * How many users carry the denominator, uneven ones for fewer: (ΣD)²/ΣD², as many as there are when
 * all have the same. Null from 100 on, and where all carry it: then the plain error will do.
 *
 * @see Kish, L. (1965). Survey Sampling. Wiley: the effective sample size.
 */
export function fewCarriers(denominators: ArrayLike<number>): number | null {
  let [total, squares] = [0, 0];
  for (let i = 0; i < denominators.length; ++i) {
    total += denominators[i]!;
    squares += denominators[i]! ** 2;
  }
  const k = squares === 0 ? 0 : total ** 2 / squares;
  return k < Math.min(FEW_CARRIERS, denominators.length * (1 - 1e-12)) ? k : null;
}

/**
 * Linearised values as a sample of the `k` users who carry the denominator. The delta method divides
 * by n − 1 and counts n − 1 degrees of freedom although most users know nothing of the ratio, and
 * calls up to 6 instead of 5 % of ratios different at 30 carriers. Here the variance grows by
 * k/(k − 1), and degrees of freedom come from k − 1.
 *
 * @throws {Problem} `too-few-users` for fewer than 2 carriers
 */
export function carried({ n, mean, m2 }: Moments, k: number): Moments {
  return { n: required(k), mean, m2: m2 * (k / n) ** 2 };
}

/** The same beside covariates. */
export function carriedJointly({ n, means, products, fit }: JointMoments, k: number): JointMoments {
  const share = (k / n) ** 2;
  return {
    n: required(k),
    means,
    products: products.map((row) => row.map((sum) => sum * share)),
    ...(fit && { fit: fit.map((row) => row.map((each) => (each * k) / (k - 1))) }),
  };
}

function required(k: number): number {
  if (k < 2) throw new Problem('too-few-users', { users: Math.floor(k) });
  return k;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; ++i) total += values[i]!;
  return total;
}
