import { meanEstimate } from '../../stats/estimate';
import type { Interval } from '../../stats/interval';
import { type Moments, moments } from '../../stats/moments';
import type { Proportion } from '../../stats/proportion';
import * as studentsT from '../../stats/students-t';
import { wilson } from '../../stats/wilson';
import { Problem } from '../../base/problem';

/** What the users of one arm leave behind for one metric. */
export type Summary =
  | { readonly kind: 'rate'; readonly share: Proportion; readonly total: number }
  | { readonly kind: 'mean'; readonly sample: Moments; readonly total: number };

export function summaryOf(values: Float64Array, kind: Summary['kind']): Summary {
  let total = 0;
  for (const value of values) total += value;
  return kind === 'rate'
    ? { kind, share: { n: values.length, successes: total }, total }
    : { kind, sample: moments(values), total };
}

export function sizeOf(summary: Summary): number {
  return summary.kind === 'rate' ? summary.share.n : summary.sample.n;
}

/**
 * The arm's own rate (Wilson) or mean (Student's t) with its interval.
 *
 * @throws {Problem} `too-few-users`
 */
export function armInterval(summary: Summary, alpha: number): Interval {
  const n = sizeOf(summary);
  if (summary.kind === 'rate') {
    if (n < 1) throw new Problem('too-few-users', { users: n });
    return wilson(summary.share, alpha);
  }
  if (n < 2) throw new Problem('too-few-users', { users: n });
  const { value, error } = meanEstimate(summary.sample);
  const margin = studentsT.criticalValue(alpha, n - 1) * error;
  return { estimate: value, low: value - margin, high: value + margin };
}
