import type { Moments } from './moments';
import * as tukeyRange from './tukey-range';
import { welch } from './welch';

/** One pair of arms, by their places in the list, `a` before `b`. */
export interface ArmPair {
  readonly a: number;
  readonly b: number;
  /** Mean of b minus mean of a. */
  readonly difference: number;
  /** Two-sided, corrected for all pairs. */
  readonly p: number;
}

/**
 * All pairs of three or more arms at once, without a control and without equal variances: which
 * treatment is the best? For arms against a control, `corrected` p-values have more power.
 *
 * @throws {Problem} `too-few-users` when an arm has fewer than 2 users
 * @throws {Problem} `same-value` or `constant-arms` when two arms do not vary
 * @see Games, P. A. & Howell, J. F. (1976). Pairwise multiple comparison procedures with unequal
 *   n's and/or variances. Journal of Educational Statistics 1(2), 113–125.
 */
export function gamesHowell(arms: readonly Moments[]): ArmPair[] {
  return arms.flatMap((armA, a) =>
    arms.slice(a + 1).map((armB, k) => pair(armA, armB, a, a + 1 + k, arms.length)),
  );
}

function pair(armA: Moments, armB: Moments, a: number, b: number, arms: number): ArmPair {
  const { difference, statistic, df } = welch(armA, armB);
  const q = Math.SQRT2 * Math.abs(statistic);
  return { a, b, difference: difference.estimate, p: tukeyRange.upperTail(q, arms, df!) };
}
