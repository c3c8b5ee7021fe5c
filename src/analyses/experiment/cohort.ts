import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import type { Input, Scope } from '../analysis';
import { type Exposed, exposed } from './exposure';
import { measure } from './measure';
import type { Measured } from './measured';
import type { ExperimentParams } from './params';
import { type Segment, segmentOf } from './segment';

/** The exposed users of a block, and what every metric comes to for each of them. */
export interface Cohort extends Exposed {
  /** In the order of the parameter `metrics`. */
  readonly measures: readonly Measured[];
  /** In the order of the parameter `segments`. */
  readonly segments: readonly Segment[];
  /** Of the whole file. */
  readonly duplicates: number;
  readonly repeated: number;
}

/**
 * @throws {Problem} `same-name` when two metrics share a name
 * @throws {Problem} what `exposed`, `measure` and `segmentOf` find
 */
export function cohortOf(input: Input, params: ExperimentParams): Cohort {
  const names = params.metrics.map(({ name }) => name);
  names.forEach((name, i) => {
    if (names.indexOf(name) === i) return;
    throw new Problem('same-name', { name }, { path: `metrics[${i}].name` });
  });
  const { events } = input;
  const who = exposed(input, params);
  const plannedEnd = plannedEndOf(params, input.scope);
  return {
    ...who,
    measures: params.metrics.map((metric, i) =>
      measure(input, who, metric, plannedEnd, `metrics[${i}]`),
    ),
    segments: params.segments.map((column, i) => segmentOf(events, who, column, `segments[${i}]`)),
    duplicates: events.counts.duplicates,
    repeated: events.counts.repeated,
  };
}

/**
 * The instant at which the planned end closes exposure, exclusive; null when none is planned.
 *
 * @throws {Problem} `not-a-time`
 */
export function plannedEndOf({ plannedEnd }: ExperimentParams, scope: Scope): number | null {
  if (plannedEnd === undefined) return null;
  try {
    return calendar(scope.timezone).instant(plannedEnd, 'end');
  } catch (error) {
    throw error instanceof Problem ? error.within({ path: 'plannedEnd' }) : error;
  }
}
