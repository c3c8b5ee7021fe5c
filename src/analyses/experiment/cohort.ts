import { durationMs } from '../../base/duration';
import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import type { Input } from '../analysis';
import { type Entered, atExposure, entered } from './entered';
import { exposed } from './exposure';
import { metricKey, usersKey } from './counting-key';
import { lastRun } from './last-run';
import { measure } from './measure';
import { roleOf } from './role-of';
import type { Measured } from './measured';
import type { ExperimentParams } from './params';
import { plannedTime } from './planned-time';
import { seenLast } from './seen-last';
import { type Segment, segmentOf } from './segment';

/** The exposed users of a block, and what every metric comes to for each of them. */
export interface Cohort extends Entered {
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
 * @throws {Problem} `no-such-metric` when no metric has the name of the preferred one
 * @throws {Problem} what `seenLast`, `exposed`, `entered`, `measure` and `segmentOf` find
 */
export function cohortOf(given: Input, params: ExperimentParams): Cohort {
  const names = params.metrics.map(({ name }) => name);
  names.forEach((name, i) => {
    if (names.indexOf(name) === i) return;
    throw new Problem('same-name', { name }, { path: `metrics[${i}].name` });
  });
  requirePreferred(params.correction, names);
  const { scope } = given;
  const planned = given.events.kind === 'events' ? plannedTime(params, scope) : null;
  const [end, closing] = [planned?.end ?? null, planned?.closing ?? Infinity];
  const remembered = lastRun(given.events);
  const key = JSON.stringify([usersKey(params), scope, String(closing)]);
  const input = remembered(`${key} rows`, () => seenLast(given, params));
  const who = remembered(key, () => entered(input, params, exposed(input, params, closing)));
  return {
    ...who,
    measures: params.metrics.map((metric, i) => {
      const pastMs = roleOf(metric, i) === 'goal' ? durationMs(params.balance) : 0;
      return remembered(`${key} ${end} ${pastMs} ${metricKey(metric)}`, () =>
        measure(input, who, metric, { plannedEnd: end, pastMs }, `metrics[${i}]`),
      );
    }),
    segments: params.segments.map((column, i) =>
      remembered(`${key} ${JSON.stringify(column)}`, () =>
        segmentOf(input.events, atExposure(who), column, `segments[${i}]`),
      ),
    ),
    duplicates: given.events.counts.duplicates,
    repeated: given.events.counts.repeated,
  };
}

function requirePreferred(
  correction: ExperimentParams['correction'],
  names: readonly string[],
): void {
  if (typeof correction === 'string' || names.includes(correction.preferred)) return;
  const name = correction.preferred;
  const args = { name, known: names, near: nearest(name, names) };
  throw new Problem('no-such-metric', args, { path: 'correction.preferred' });
}
