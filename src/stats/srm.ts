import { Problem } from '../base/problem';
import * as chiSquare from './chi-square';
import { multinomialP } from './multinomial';

/** Whether users were divided as planned (a "sample ratio mismatch" when not). */
export interface Srm {
  /** Chi-square, Σ(observed − expected)²/expected over the arms that were to get traffic. */
  readonly statistic: number;
  /** One less than the number of arms that were to get traffic. */
  readonly df: number;
  readonly p: number;
  /** Whether p is the exact multinomial one: so where an expected count is below 5. */
  readonly exact: boolean;
  /** Expected users in the order given; 0 for arms without planned traffic. */
  readonly expected: readonly number[];
}

/**
 * Compares users per arm with the planned `weights` (any scale). Users in arms of weight 0 are not
 * part of the test: they are a leak, which callers report by itself.
 *
 * Where an expected count is below 5, p is exact unless there are over 200,000 ways to divide the
 * users.
 *
 * @throws {Problem} `too-few-arms` when fewer than two arms have weight
 * @throws {Problem} `too-few-users` when those arms have no users
 * @see Fabijan, A. et al. (2019). Diagnosing sample ratio mismatch in online controlled
 *   experiments. KDD.
 */
export function srm(observed: readonly number[], weights: readonly number[]): Srm {
  const arms = observed.map((_, i) => i).filter((i) => weights[i]! > 0);
  if (arms.length < 2) throw new Problem('too-few-arms', { arms: arms.length });
  const users = arms.map((i) => observed[i]!);
  const total = users.reduce((sum, n) => sum + n, 0);
  if (total === 0) throw new Problem('too-few-users', { users: 0 });
  const weight = arms.reduce((sum, i) => sum + weights[i]!, 0);
  const shares = arms.map((i) => weights[i]! / weight);
  const statistic = users.reduce(
    (sum, n, i) => sum + (n - total * shares[i]!) ** 2 / (total * shares[i]!),
    0,
  );
  const df = arms.length - 1;
  const isSmall = shares.some((share) => total * share < 5);
  const exact = isSmall ? multinomialP(users, shares) : null;
  return {
    statistic,
    df,
    p: exact ?? chiSquare.upperTail(statistic, df),
    exact: exact !== null,
    expected: weights.map((w) => (w > 0 ? (total * w) / weight : 0)),
  };
}
