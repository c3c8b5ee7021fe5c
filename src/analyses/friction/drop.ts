import { Problem } from '../../base/problem';
import { type ClusteredSums, clusteredRate } from '../../stats/clustered-rate';
import type { Interval } from '../../stats/interval';
import { criticalValue } from '../../stats/normal';
import type { Missing } from '../analysis';
import type { Attempts } from './attempts';
import type { Drop } from './result';

/** Some of the attempts, by their positions: those of a user stand together. */
export type Selection = Uint32Array;

/** The drop-off of some attempts, users being the units of its interval. */
export function dropOf(attempts: Attempts, selection: Selection): Drop {
  const sums = clusteredSums(attempts, selection);
  const { n, successes } = sums;
  if (n === 0) {
    const problem = new Problem('no-attempts').toJSON();
    return { dropped: 0, of: 0, rate: null, low: null, high: null, problem };
  }
  const { estimate, low, high } = clusteredRate(sums);
  return { dropped: successes, of: n, rate: estimate, low, high };
}

function clusteredSums({ user, time }: Attempts, selection: Selection): ClusteredSums {
  let [clusters, n, successes, nn, xx, xn] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < selection.length;) {
    const who = user[selection[at]!]!;
    let tried = 0;
    let dropped = 0;
    for (; at < selection.length; ++at) {
      const i = selection[at]!;
      if (user[i] !== who) break;
      ++tried;
      if (Number.isNaN(time[i]!)) ++dropped;
    }
    ++clusters;
    n += tried;
    successes += dropped;
    nn += tried * tried;
    xx += dropped * dropped;
    xn += tried * dropped;
  }
  return { clusters, n, successes, nn, xx, xn };
}

/** Fewer drop-offs on a side say too little for an interval. */
const LEAST_DROPS = 5;

/** Some attempts and their drop-off. */
export interface Counted {
  readonly selection: Selection;
  readonly drop: Drop;
}

/** The drop-off of `some` less that of `others`; users may be on both sides. */
export function dropDifference(
  attempts: Attempts,
  { selection: some, drop: a }: Counted,
  { selection: others, drop: b }: Counted,
): Interval | Missing<Interval> {
  if (isFew(a) || isFew(b)) return few(a, b);
  const error = Math.sqrt(
    sumOfSquares(attempts, [
      { selection: some, rate: a.rate!, weight: 1 / a.of },
      { selection: others, rate: b.rate!, weight: -1 / b.of },
    ]),
  );
  const estimate = a.rate! - b.rate!;
  const margin = criticalValue(0.05) * error;
  return { estimate, low: estimate - margin, high: estimate + margin };
}

/**
 * The share of the drop-off of `all` that goes beyond what they would have if they dropped out as
 * rarely as the `best` of them: 1 − r(best) / r(all), the attributable fraction of the population.
 * The interval is that of the logarithm of the ratio, users being the units.
 *
 * @see Levin, M. L. (1953). The occurrence of lung cancer in man. Acta Unio Internationalis Contra
 *   Cancrum 9, 531–541.
 */
export function attributableShare(
  attempts: Attempts,
  best: Selection,
  all: Selection,
): Interval | Missing<Interval> {
  const [a, b] = [dropOf(attempts, best), dropOf(attempts, all)];
  if (isFew(a) || isFew(b)) return few(a, b);
  const error = Math.sqrt(
    sumOfSquares(attempts, [
      { selection: best, rate: a.rate!, weight: 1 / a.dropped },
      { selection: all, rate: b.rate!, weight: -1 / b.dropped },
    ]),
  );
  const log = Math.log(a.rate! / b.rate!);
  const margin = criticalValue(0.05) * error;
  return {
    estimate: 1 - Math.exp(log),
    low: 1 - Math.exp(log + margin),
    high: 1 - Math.exp(log - margin),
  };
}

function isFew({ dropped }: Drop): boolean {
  return dropped < LEAST_DROPS;
}

function few(a: Drop, b: Drop): Missing<Interval> {
  const args = { drops: Math.min(a.dropped, b.dropped), needed: LEAST_DROPS };
  return {
    estimate: null,
    low: null,
    high: null,
    problem: new Problem('few-drops', args).toJSON(),
  };
}

interface Side {
  readonly selection: Selection;
  readonly rate: number;
  readonly weight: number;
}

/** The variance of a sum of rates: each user's part in it, squared. */
function sumOfSquares({ users, user, time }: Attempts, sides: readonly Side[]): number {
  const parts = new Float64Array(users);
  for (const { selection, rate, weight } of sides) {
    for (let at = 0; at < selection.length; ++at) {
      const i = selection[at]!;
      parts[user[i]!]! += weight * ((Number.isNaN(time[i]!) ? 1 : 0) - rate);
    }
  }
  let sum = 0;
  for (let i = 0; i < users; ++i) sum += parts[i]! * parts[i]!;
  return sum;
}
