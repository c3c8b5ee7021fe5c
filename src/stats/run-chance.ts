import * as normal from './normal';
import { density } from './poisson';

/** The values that a noisy metric takes while nothing changes, ascending, each with its chance. */
export interface SteadyValues {
  readonly values: Float64Array;
  readonly chances: Float64Array;
}

/** Whether a value is so far from the one before it that the rule counts it as a fall or a rise. */
export type Step = (now: number, before: number) => boolean;

/** Beyond so many standard deviations nothing is counted. */
const REACH = 9;
const GRID = 3_000;
/** From this mean on the counts are as good as normal, and fewer points do. */
const MANY = 10_000;

/** Counts of the given mean > 0: whole numbers, from a mean of 10,000 on a normal grid. */
export function poissonValues(mean: number): SteadyValues {
  if (mean > MANY) return normalValues(mean, Math.sqrt(mean));
  const reach = REACH * Math.sqrt(mean) + REACH;
  const from = Math.max(0, Math.floor(mean - reach));
  const length = Math.ceil(mean + 2 * reach) - from;
  const values = Float64Array.from({ length }, (_, i) => from + i);
  return { values, chances: values.map((k) => density(k, mean)) };
}

/** Normal values around `centre` with the given standard deviation > 0, on a fine grid. */
export function normalValues(centre: number, deviation: number): SteadyValues {
  const width = (2 * REACH) / GRID;
  const at = (i: number) => -REACH + i * width;
  return {
    values: Float64Array.from({ length: GRID }, (_, i) => centre + deviation * (at(i) + width / 2)),
    chances: Float64Array.from(
      { length: GRID },
      (_, i) => normal.lowerTail(at(i + 1)) - normal.lowerTail(at(i)),
    ),
  };
}

/**
 * The chance that `runs` + 1 independent values of an unchanging metric make `runs` steps one after
 * another by noise alone. Each value is the end of one step and the start of the next.
 *
 * @param direction  of the step: a `fall` that holds for a value holds for every smaller one, and for
 *   every greater value before; a `rise` the other way round
 */
export function runChance(
  { values, chances }: SteadyValues,
  isStep: Step,
  direction: 'fall' | 'rise',
  runs: number,
): number {
  const count = values.length;
  const order = direction === 'fall' ? (i: number) => i : (i: number) => count - 1 - i;
  let ended = chances;
  for (let run = 0; run < runs; ++run) ended = stepped(values, chances, ended, isStep, order);
  return ended.reduce((sum, chance) => sum + chance, 0);
}

/** The chance to end at each value after one more step; in `order` the starts of a later end are fewer. */
function stepped(
  values: Float64Array,
  chances: Float64Array,
  before: Float64Array,
  isStep: Step,
  order: (i: number) => number,
): Float64Array {
  const count = values.length;
  const ended = new Float64Array(count);
  const behind = new Float64Array(count + 1);
  for (let i = count - 1; i >= 0; --i) behind[i] = behind[i + 1]! + before[order(i)]!;
  let first = 0;
  for (let i = 0; i < count; ++i) {
    const now = order(i);
    while (first < count && !isStep(values[now]!, values[order(first)]!)) ++first;
    ended[now] = chances[now]! * behind[first]!;
  }
  return ended;
}
