import { pieces } from './gauss-legendre';
import * as normal from './normal';

/** A look at the data. */
export interface Look {
  /** Users who counted, in any unit: only ratios matter. Rising from look to look, > 0. */
  readonly information: number;
  /** Share of the plan that has passed, above 0 and up to 1: says what may be spent by then. */
  readonly passed: number;
}

/** Looks with so few new users, as a part of all, are one look: the step between them has no width. */
const NEW_USERS = 1e-3;

/** Where the looks so far have led. */
export interface Standing {
  readonly walk: Walk | null;
  readonly time: number;
  readonly spent: number;
}

/** Before the first look. */
export const NOTHING_YET: Standing = { walk: null, time: 0, spent: 0 };

/** A look on the clock of information. */
export interface TimedLook {
  /** Information as a share of the last look's. */
  readonly time: number;
  readonly passed: number;
  /** It has new users; else it stands in for the look before. */
  readonly isNew: boolean;
  /** Time from this look to the next that has new users; 0 for none. */
  readonly ahead: number;
}

/** Looks on that clock; ends at 1. Without new users a look stands in for the one before. */
export function timed(looks: readonly Look[]): TimedLook[] {
  const whole = looks.at(-1)?.information ?? 1;
  const times = looks.map(({ information, passed }, look) => {
    const isRising = information >= (looks[look - 1]?.information ?? 0);
    if (!(information > 0 && isRising && passed > 0 && passed <= 1)) {
      throw new RangeError(`sequentialBounds: look ${look} at ${information}, ${passed} passed`);
    }
    return information / whole;
  });
  let since = 0;
  return looks.map(({ passed }, look) => {
    const time = times[look]!;
    const isNew = time > since * (1 + NEW_USERS);
    if (isNew) since = time;
    const next = times.find((later) => later > since * (1 + NEW_USERS)) ?? time;
    return { time, passed, isNew, ahead: next - time };
  });
}

/** The density of the score (a random walk in time) where no look has stopped it yet. */
export interface Walk {
  readonly scores: Float64Array;
  /** Density times the weight of the point in an integral. */
  readonly mass: Float64Array;
}

/** The chance that the walk goes beyond z = `bound` at `time`, on one side, having stayed inside before. */
export function crossing({ walk, time: before }: Standing, time: number, bound: number): number {
  if (walk === null) return normal.upperTail(bound);
  const limit = bound * Math.sqrt(time);
  const step = Math.sqrt(time - before);
  let chance = 0;
  for (let i = 0; i < walk.scores.length; ++i) {
    chance += walk.mass[i]! * normal.upperTail((limit - walk.scores[i]!) / step);
  }
  return Math.max(chance, Number.MIN_VALUE);
}

/** The walk that is still inside after the look at `time`; null where no look is `ahead`. */
export function nextWalk(
  { walk, time: before }: Standing,
  time: number,
  bound: number,
  ahead: number,
): Walk | null {
  if (ahead === 0) return null;
  const step = Math.sqrt(time - before);
  const reach = Math.min(bound, 9) * Math.sqrt(time);
  // Pieces of four standard deviations of the shorter step, this one or the next: 16 points then
  // have 1e-12.
  const width = 4 * Math.min(step, Math.sqrt(ahead));
  const { nodes, weights } = pieces(-reach, reach, Math.ceil((2 * reach) / width));
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
