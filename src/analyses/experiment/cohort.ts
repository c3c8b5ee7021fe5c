import { Problem } from '../../base/problem';
import type { Input } from '../analysis';
import { type Exposed, exposed } from './exposure';
import { type Measure, measure } from './measure';
import type { ExperimentParams } from './params';

/** The exposed users of a block, and what every metric comes to for each of them. */
export interface Cohort extends Exposed {
  /** In the order of the parameter `metrics`. */
  readonly measures: readonly Measure[];
  /** Of the whole file. */
  readonly duplicates: number;
  readonly repeated: number;
}

/**
 * @throws {Problem} `same-name` when two metrics share a name
 * @throws {Problem} what `exposed` and `measure` find
 */
export function cohortOf(input: Input, params: ExperimentParams): Cohort {
  const names = params.metrics.map(({ name }) => name);
  names.forEach((name, i) => {
    if (names.indexOf(name) === i) return;
    throw new Problem('same-name', { name }, { path: `metrics[${i}].name` });
  });
  const who = exposed(input, params);
  const { duplicates, repeated } = input.events.counts;
  return {
    ...who,
    measures: params.metrics.map((metric, i) => measure(input, who, metric, `metrics[${i}]`)),
    duplicates,
    repeated,
  };
}

/** The cohorts of disjoint blocks as one, their users behind one another. `users` are those of each block. */
export function joined(cohorts: readonly Cohort[]): Cohort {
  const [first] = cohorts;
  if (first === undefined) throw new RangeError('joined: no cohorts');
  if (cohorts.length === 1) return first;
  const arms = [...new Set(cohorts.flatMap((cohort) => cohort.arms))];
  return {
    arms,
    users: concat(cohorts.map(({ users }) => users)),
    arm: concat(cohorts.map((cohort) => recoded(cohort, arms))),
    several: concat(cohorts.map(({ several }) => several)),
    row: concat(cohorts.map(({ row }) => row)),
    time: concat(cohorts.map(({ time }) => time)),
    withoutVariant: cohorts.reduce((sum, { withoutVariant }) => sum + withoutVariant, 0),
    measures: first.measures.map((_, i) => ({
      value: concat(cohorts.map(({ measures }) => measures[i]!.value)),
      missing: concat(cohorts.map(({ measures }) => measures[i]!.missing)),
    })),
    duplicates: first.duplicates,
    repeated: first.repeated,
  };
}

function recoded(cohort: Cohort, arms: readonly string[]): Int32Array {
  if (cohort.arms.every((name, code) => arms[code] === name)) return cohort.arm;
  const codes = cohort.arms.map((name) => arms.indexOf(name));
  return cohort.arm.map((code) => codes[code]!);
}

function concat<T extends Float64Array | Int32Array | Uint32Array | Uint8Array>(
  parts: readonly T[],
): T {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new (parts[0]!.constructor as new (length: number) => T)(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part as never, at);
    at += part.length;
  }
  return whole;
}
