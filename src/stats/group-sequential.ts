import { validAlpha } from './alpha';
import { pieces } from './gauss-legendre';
import * as normal from './normal';
import { root } from './root';

/**
 * How fast the error rate is spent: hardly at first (O'Brien–Fleming), evenly (Pocock), or as a
 * power of the share of users who have come.
 */
export type Spending = 'obrien-fleming' | 'pocock' | { readonly power: number };

/**
 * The z that each look must pass, two-sided, so that all looks together reject a true "no
 * difference" with chance `alpha`.
 *
 * @param shares  share of the planned users at each look, rising, > 0; when the last exceeds 1 all
 *   are taken as shares of it. Two equal shares have one bound.
 * @see Lan, K. K. G. & DeMets, D. L. (1983). Discrete sequential boundaries for clinical trials.
 *   Biometrika 70(3), 659–663.
 * @see Armitage, P., McPherson, C. K. & Rowe, B. C. (1969). Repeated significance tests on
 *   accumulating data. JRSS A 132(2), 235–244.
 */
export function sequentialBounds(
  shares: readonly number[],
  alpha: number,
  plan: Spending,
): number[] {
  const side = validAlpha(alpha) / 2;
  const times = withinPlan(shares);
  const bounds: number[] = [];
  let walk: Walk | null = null;
  let spent = 0;
  for (const [look, time] of times.entries()) {
    const before = look > 0 ? times[look - 1]! : 0;
    if (time === before) {
      bounds.push(bounds[look - 1]!);
      continue;
    }
    const spend = spentBy(time, side, plan);
    const bound = nextBound(walk, before, time, spend - spent);
    bounds.push(bound);
    walk = nextWalk(walk, before, time, bound);
    spent = spend;
  }
  return bounds;
}

/**
 * The p-value of the last look: the least alpha at which its bound is passed by `z`. It is below
 * alpha exactly when |z| exceeds the last of `sequentialBounds`.
 */
export function sequentialP(z: number, shares: readonly number[], plan: Spending): number {
  const passed = (logAlpha: number) =>
    Math.abs(z) - sequentialBounds(shares, Math.exp(logAlpha), plan).at(-1)!;
  const most = Math.log(0.999_999);
  if (passed(most) <= 0) return 1;
  // Never below the p of a single look.
  const least = Math.max(-690, Math.log(normal.twoSidedP(z)));
  return Math.exp(root(passed, least, most));
}

/**
 * The chance that somebody who looks at these shares and stops at the first p < `alpha` of an
 * ordinary test finds a difference that is not there.
 */
export function peekingError(shares: readonly number[], alpha: number): number {
  const bound = normal.criticalValue(validAlpha(alpha));
  let walk: Walk | null = null;
  let before = 0;
  let crossed = 0;
  for (const time of withinPlan(shares)) {
    if (time === before) continue;
    crossed += 2 * crossing(walk, before, time, bound);
    walk = nextWalk(walk, before, time, bound);
    before = time;
  }
  return crossed;
}

/** Error rate of one side that is spent when the share `time` of the users has come. */
function spentBy(time: number, side: number, plan: Spending): number {
  if (plan === 'obrien-fleming') {
    return 2 * normal.upperTail(normal.criticalValue(side) / Math.sqrt(time));
  }
  if (plan === 'pocock') return side * Math.log1p((Math.E - 1) * time);
  return side * time ** plan.power;
}

function withinPlan(shares: readonly number[]): number[] {
  for (const [look, share] of shares.entries()) {
    if (!(share > 0 && share >= (shares[look - 1] ?? 0))) {
      throw new RangeError(`sequentialBounds: share ${look} is ${share}`);
    }
  }
  const overrun = Math.max(1, shares.at(-1) ?? 1);
  return shares.map((share) => share / overrun);
}

/** The density of the score (a random walk in time) where no look has stopped it yet. */
interface Walk {
  readonly scores: Float64Array;
  /** Density times the weight of the point in an integral. */
  readonly mass: Float64Array;
}

/** The z at `time` beyond which, on one side, the chance of a first crossing is `spend`. */
function nextBound(walk: Walk | null, before: number, time: number, spend: number): number {
  if (walk === null) return normal.criticalValue(Math.min(1, 2 * spend));
  const most = crossing(walk, before, time, 0);
  if (spend >= most) return 0;
  return root((z) => Math.log(crossing(walk, before, time, z) / spend), 0, 38);
}

/** The chance that the walk goes beyond z = `bound` at `time`, on one side, having stayed inside until `before`. */
function crossing(walk: Walk | null, before: number, time: number, bound: number): number {
  if (walk === null) return normal.upperTail(bound);
  const limit = bound * Math.sqrt(time);
  const step = Math.sqrt(time - before);
  let chance = 0;
  for (let i = 0; i < walk.scores.length; ++i) {
    chance += walk.mass[i]! * normal.upperTail((limit - walk.scores[i]!) / step);
  }
  return Math.max(chance, Number.MIN_VALUE);
}

/** The walk that is still inside after the look at `time`. */
function nextWalk(walk: Walk | null, before: number, time: number, bound: number): Walk {
  const step = Math.sqrt(time - before);
  const reach = Math.min(bound, 9) * Math.sqrt(time);
  // Pieces of eight standard deviations of a step: each rule then has its 1e-12.
  const { nodes, weights } = pieces(-reach, reach, Math.min(100, Math.ceil(reach / (4 * step))));
  return { scores: nodes, mass: weights.map((w, i) => w * densityAt(nodes[i]!, walk, step)) };
}

function densityAt(score: number, walk: Walk | null, step: number): number {
  if (walk === null) return normal.density(score / step) / step;
  let sum = 0;
  for (let i = 0; i < walk.scores.length; ++i) {
    const gap = (score - walk.scores[i]!) / step;
    if (Math.abs(gap) < 9) sum += walk.mass[i]! * normal.density(gap);
  }
  return sum / step;
}
