import { validAlpha } from './alpha';
import * as normal from './normal';
import { root } from './root';
import {
  type Look,
  NOTHING_YET,
  type Standing,
  crossing,
  nextWalk,
  timed,
} from './sequential-walk';

/**
 * How fast the error rate is spent: hardly at first (O'Brien–Fleming), evenly (Pocock), or as a
 * power of the share of users who have come.
 */
export type Spending = 'obrien-fleming' | 'pocock' | { readonly power: number };

/** A bound further out stops nothing; beyond it no test keeps its digits. */
const FURTHEST = 30;

export type { Look };

/** Looks at these shares of the planned users; one beyond the plan spends what is left. */
export function looksAt(shares: readonly number[]): Look[] {
  return shares.map((share) => ({ information: share, passed: Math.min(1, share) }));
}

/**
 * The z that each look must pass, two-sided, so that all looks together reject a true "no
 * difference" with chance `alpha`. Looks need not be those of the plan: each may spend what the plan
 * has for the share that has passed and earlier looks have left. A look without new users takes the
 * place of the one before.
 *
 * @see Lan, K. K. G. & DeMets, D. L. (1983). Discrete sequential boundaries for clinical trials.
 *   Biometrika 70(3), 659–663.
 * @see Lan, K. K. G. & DeMets, D. L. (1989). Group sequential procedures: calendar versus information
 *   time. Statistics in Medicine 8(10), 1191–1198.
 * @see Armitage, P., McPherson, C. K. & Rowe, B. C. (1969). Repeated significance tests on
 *   accumulating data. JRSS A 132(2), 235–244.
 */
export function sequentialBounds(looks: readonly Look[], alpha: number, plan: Spending): number[] {
  const side = validAlpha(alpha) / 2;
  const bounds: number[] = [];
  let before: Standing = NOTHING_YET;
  let now: Standing = NOTHING_YET;
  for (const { time, passed, isNew, ahead } of timed(looks)) {
    if (isNew) before = now;
    const spent = spentBy(passed, side, plan);
    const bound = nextBound(before, time, spent - before.spent);
    bounds.push(bound);
    now = { walk: nextWalk(before, time, bound, ahead), time, spent };
  }
  return bounds;
}

/** Error rate of both sides that the plan has for the share `passed`. */
export function spentOf(passed: number, alpha: number, plan: Spending): number {
  return 2 * spentBy(passed, alpha / 2, plan);
}

/** The test of the last of some looks: p is below alpha exactly when |z| exceeds the bound of alpha. */
export interface SequentialTest {
  bound(alpha: number): number;
  /** The least alpha whose bound is passed by `z`. */
  p(z: number): number;
}

/** Remembers the bounds that it has found: many values of z ask for the same ones. */
export function sequentialTest(looks: readonly Look[], plan: Spending): SequentialTest {
  const known = new Map<number, number>();
  const bound = (alpha: number): number => {
    const found = known.get(alpha) ?? sequentialBounds(looks, alpha, plan).at(-1)!;
    known.set(alpha, found);
    return found;
  };
  return { bound, p: (z) => leastAlpha(Math.abs(z), bound) };
}

/** No p is smaller than 2 to this. */
const SMALLEST_POWER = -990;
const NEARLY_ONE = 0.999_999;

/** The least alpha whose bound is at most `z`: between two powers of 2, from the p of a single look on. */
function leastAlpha(z: number, bound: (alpha: number) => number): number {
  const single = Math.floor(Math.log2(normal.twoSidedP(z)));
  const first = Math.max(SMALLEST_POWER, single);
  let power = first;
  while (power < 0 && bound(2 ** power) > z) ++power;
  if (power === first) return Math.max(2 ** first, normal.twoSidedP(z));
  const most = power === 0 ? NEARLY_ONE : 2 ** power;
  if (bound(most) > z) return 1;
  const passed = (logAlpha: number) => z - bound(Math.exp(logAlpha));
  return Math.exp(root(passed, Math.log(2 ** (power - 1)), Math.log(most)));
}

/**
 * The chance that somebody who looks at these shares and stops at the first p < `alpha` of an
 * ordinary test finds a difference that is not there.
 */
export function peekingError(shares: readonly number[], alpha: number): number {
  const bound = normal.criticalValue(validAlpha(alpha));
  let now: Standing = NOTHING_YET;
  let crossed = 0;
  for (const { time, isNew, ahead } of timed(looksAt(shares))) {
    if (!isNew) continue;
    crossed += 2 * crossing(now, time, bound);
    now = { walk: nextWalk(now, time, bound, ahead), time, spent: 0 };
  }
  return crossed;
}

/** Error rate of one side that the plan has for the share `passed`. */
function spentBy(passed: number, side: number, plan: Spending): number {
  if (plan === 'obrien-fleming') {
    return 2 * normal.upperTail(normal.criticalValue(side) / Math.sqrt(passed));
  }
  if (plan === 'pocock') return side * Math.log1p((Math.E - 1) * passed);
  return side * passed ** plan.power;
}

/** The z at `time` beyond which, on one side, the chance of a first crossing is `spend`. */
function nextBound(before: Standing, time: number, spend: number): number {
  if (spend <= 0) return FURTHEST;
  if (before.walk === null) return Math.min(FURTHEST, normal.criticalValue(Math.min(1, 2 * spend)));
  if (spend >= crossing(before, time, 0)) return 0;
  return root((z) => Math.log(crossing(before, time, z) / spend), 0, FURTHEST);
}
