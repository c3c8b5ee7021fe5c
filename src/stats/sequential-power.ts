import { validAlpha } from './alpha';
import { type Spending, looksAt, sequentialBounds, spentOf } from './group-sequential';
import * as normal from './normal';
import { root } from './root';
import { NOTHING_YET, type Standing, nextWalk, timed } from './sequential-walk';

/** What a plan of looks costs and saves against one look. */
export interface SequentialDesign {
  readonly looks: readonly PlannedLook[];
  /** The drift that is found with the wanted chance: effect over standard error at the last look. */
  readonly drift: number;
  /** Users of the whole plan for each user of a single look with the same error rate and power. */
  readonly inflation: number;
  /** Users on average as a share of the whole plan: without an effect, and with the planned one. */
  readonly expected: { readonly none: number; readonly effect: number };
}

export interface PlannedLook {
  /** Share of the users. */
  readonly passed: number;
  /** Error rate spent by then, both sides. */
  readonly spent: number;
  /** The z to pass, two-sided. */
  readonly bound: number;
  /** The chance that the test has stopped by then: without an effect, and with the planned one. */
  readonly stopped: { readonly none: number; readonly effect: number };
}

/**
 * A group-sequential test that stops at the first bound it passes, to either side.
 *
 * @param shares  of the users at each look, rising to 1
 * @param power   the chance to pass some bound, above `alpha`
 * @see Jennison, C. & Turnbull, B. W. (2000). Group Sequential Methods with Applications to Clinical
 *   Trials, chapters 2, 7 and 19.
 */
export function sequentialDesign(
  shares: readonly number[],
  alpha: number,
  power: number,
  plan: Spending,
): SequentialDesign {
  const bounds = sequentialBounds(looksAt(shares), validAlpha(alpha), plan);
  const drift = driftFor(shares, bounds, power);
  const once = normal.criticalValue(alpha) + normal.quantile(power);
  const [none, effect] = [0, drift].map((each) => stoppedBy(shares, bounds, each));
  return {
    looks: shares.map((passed, i) => ({
      passed,
      spent: spentOf(passed, alpha, plan),
      bound: bounds[i]!,
      stopped: { none: none![i]!, effect: effect![i]! },
    })),
    drift,
    inflation: (drift / once) ** 2,
    expected: { none: expectedShare(shares, none!), effect: expectedShare(shares, effect!) },
  };
}

/** The drift that passes some bound with chance `power`. */
export function driftFor(
  shares: readonly number[],
  bounds: readonly number[],
  power: number,
): number {
  const surplus = (drift: number) => stoppedBy(shares, bounds, drift).at(-1)! - power;
  return root(surplus, 0, 20);
}

/**
 * The chance that one of the bounds up to each look is passed, to either side, where the z of the last
 * look has mean `drift`.
 */
export function stoppedBy(
  shares: readonly number[],
  bounds: readonly number[],
  drift: number,
): number[] {
  let now: Standing = NOTHING_YET;
  let stopped = 0;
  return timed(looksAt(shares)).map(({ time, isNew, ahead }, look) => {
    if (!isNew) return stopped;
    const bound = bounds[look]!;
    stopped += crossingWith(now, time, bound, drift);
    now = { walk: nextWalk(now, time, bound, ahead), time, spent: 0 };
    return stopped;
  });
}

/** Users on average, as a share of the last look's, given the chances to have stopped by each look. */
export function expectedShare(shares: readonly number[], stopped: readonly number[]): number {
  return shares.reduce((sum, share, look) => {
    const before = stopped[look - 1] ?? 0;
    const isLast = look === shares.length - 1;
    return sum + share * ((isLast ? 1 : stopped[look]!) - before);
  }, 0);
}

/**
 * The chance to cross now and not before, either side. The walk is that without an effect: one with a
 * drift has its density times the ratio of their likelihoods, exp(drift·s − drift²·t/2).
 */
function crossingWith(
  { walk, time: before }: Standing,
  time: number,
  bound: number,
  drift: number,
): number {
  const limit = bound * Math.sqrt(time);
  const step = Math.sqrt(time - before);
  const outside = (score: number): number => {
    const now = score + drift * (time - before);
    return normal.upperTail((limit - now) / step) + normal.lowerTail((-limit - now) / step);
  };
  if (walk === null) return outside(0);
  let chance = 0;
  for (let i = 0; i < walk.scores.length; ++i) {
    const score = walk.scores[i]!;
    const ratio = Math.exp(drift * score - (drift ** 2 * before) / 2);
    chance += walk.mass[i]! * ratio * outside(score);
  }
  return chance;
}
