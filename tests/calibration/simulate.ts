import { Problem } from '../../src/base/problem';
import { excludesZero } from '../../src/stats/interval';
import { random } from './draws';
import type { Method, Promised } from './methods';
import type { Population } from './populations';

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** Users in control and treatment. */
export type Sizes = readonly [number, number];

/** What a method came to over all runs. */
export interface Outcome extends Pick<Population<unknown>, 'name' | 'active'> {
  readonly method: string;
  readonly of: 'difference' | 'lift';
  readonly promise: Promised;
  readonly sizes: Sizes;
  /** Intervals that exclude 0, of all compared experiments: without an interval nothing is rejected. */
  readonly rejected: Share;
  /** Intervals that contain the truth, of all intervals. */
  readonly covered: Share;
}

/** Compares two new arms with every method, `runs` times. */
export function simulated<Arm>(
  population: Population<Arm>,
  methods: readonly Method<Arm>[],
  sizes: Sizes,
  runs: number,
): Outcome[] {
  const next = random(`${population.name}, ${sizes.join(' and ')} users`);
  const counts = methods.map(() => ({ shown: 0, rejected: 0, covered: 0 }));
  const { isEnough = () => true } = population;
  let compared = 0;
  for (let run = 0; run < runs; ++run) {
    const control = population.control(next, sizes[0]);
    const treatment = population.treatment(next, sizes[1]);
    if (!isEnough(control) || !isEnough(treatment)) continue;
    ++compared;
    for (const [i, method] of methods.entries()) {
      const interval = orElse(null, () => method.interval(control, treatment));
      if (interval === null) continue;
      const truth = population[method.of];
      ++counts[i]!.shown;
      if (excludesZero(interval)) ++counts[i]!.rejected;
      if (interval.low <= truth && truth <= interval.high) ++counts[i]!.covered;
    }
  }
  return methods.map((method, i) => {
    const { shown, rejected, covered } = counts[i]!;
    return {
      name: population.name,
      active: population.active,
      method: method.name,
      of: method.of,
      promise: method.promise,
      sizes,
      rejected: { count: rejected, of: compared },
      covered: { count: covered, of: shown },
    };
  });
}

export function portion({ count, of }: Share): number {
  return count / of;
}

/** The Monte-Carlo standard error of a share that is truly `p`. */
export function monteCarloError(p: number, { of }: Share): number {
  return Math.sqrt((p * (1 - p)) / of);
}

/** What `act` gives, or `otherwise` where there is a reason that it cannot. */
export function orElse<T, Otherwise>(otherwise: Otherwise, act: () => T): T | Otherwise {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) return otherwise;
    throw error;
  }
}
