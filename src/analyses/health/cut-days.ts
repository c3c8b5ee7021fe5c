import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { bucketsOf } from '../../events/buckets';
import { calendar } from '../../events/calendar';
import type { Input } from '../analysis';
import type { HealthParams } from './params';

const DAY = 86_400_000;

/** The days at whose start everybody is looked at; nothing at or after such a day is read for it. */
export interface CutDays {
  /** Local days of the data: day `i` is `[edges[i], edges[i + 1])`. */
  readonly edges: Float64Array;
  /** The day of each row of the index. */
  of(ms: number): number;
  /** The day after the last whole one. */
  readonly now: number;
  /** As many days earlier as the horizon has: what was known then is judged by what came after. */
  readonly before: number;
  /** Where the scale of the scores is taken. */
  readonly reference: number;
  readonly horizon: number;
}

/**
 * Where the data are cut.
 *
 * @throws {Problem} `health-too-short` when the data do not reach back a horizon and the longest window
 * @throws {Problem} `reference-too-late`, `reference-too-early`, `window-is-zero`, `not-a-time`
 */
export function cutDays({ events, scope }: Input, params: HealthParams): CutDays {
  const { edges, of } = bucketsOf(events, scope, 'day');
  let now = edges.length - 1;
  while (now > 0 && edges[now]! > scope.completeThrough) --now;
  const horizon = wholeDays(params.horizon, 'horizon');
  const windows = params.dimensions.map(({ window, measure }, i) =>
    isOfAllTime(measure) ? 1 : wholeDays(window, `dimensions[${i}].window`),
  );
  const longest = Math.max(...windows);
  const before = now - horizon;
  if (before < longest) {
    throw new Problem(
      'health-too-short',
      { days: now, needed: horizon + longest },
      { path: 'horizon' },
    );
  }
  const reference = referenceDay(params, edges, before, scope);
  if (reference < longest) {
    const args = { found: params.reference ?? '', days: reference, needed: longest };
    throw new Problem('reference-too-early', args, { path: 'reference' });
  }
  return { edges, of, now, before, reference, horizon };
}

/** Whether a measure looks at all that came before, not at a window. */
export function isOfAllTime(measure: HealthParams['dimensions'][number]['measure']): boolean {
  return measure === 'recency' || measure === 'tenure';
}

/** A duration in whole days, a part of one counting as one. @throws {Problem} `window-is-zero` */
export function wholeDays(found: string, path: string): number {
  const days = Math.ceil(durationMs(found) / DAY);
  if (days > 0) return days;
  throw new Problem('window-is-zero', { found }, { path });
}

/** The scale must not know what validation is about to find out. */
function referenceDay(
  { reference }: HealthParams,
  edges: Float64Array,
  before: number,
  { timezone, weekStart }: Input['scope'],
): number {
  if (reference === undefined) return before;
  const days = calendar(timezone, weekStart);
  const at = days.instant(reference, 'start');
  if (at > edges[before]!) {
    const args = { found: reference, latest: days.date(edges[before]!) };
    throw new Problem('reference-too-late', args, { path: 'reference' });
  }
  let day = before;
  while (day > 0 && edges[day]! > at) --day;
  return day;
}
