import { Problem } from '../base/problem';
import * as chiSquare from './chi-square';
import { type Durations, eventTimes } from './kaplan-meier';
import { linearSolve } from './linear-solve';

/** Whether groups have the event equally fast. */
export interface LogRank {
  /** Chi-square. */
  readonly statistic: number;
  /** One less than the number of groups. */
  readonly df: number;
  readonly p: number;
  /** Events in each group, and how many there would be if all were equally fast. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/**
 * The log-rank test over whole survival curves.
 *
 * @throws {Problem} `too-few-groups` when there are fewer than two
 * @throws {Problem} `no-events-yet` when nobody had the event
 * @see Mantel, N. (1966). Evaluation of survival data and two new rank order statistics arising in
 *   its consideration. Cancer Chemotherapy Reports 50(3), 163–170.
 */
export function logRank(groups: readonly Durations[]): LogRank {
  if (groups.length < 2) throw new Problem('too-few-groups', { groups: groups.length });
  const observed = groups.map(() => 0);
  const expected = groups.map(() => 0);
  const variance = groups.map(() => groups.map(() => 0));
  for (const { groups: here } of eventTimes(groups)) {
    const atRisk = here.reduce((sum, group) => sum + group.atRisk, 0);
    const events = here.reduce((sum, group) => sum + group.events, 0);
    const spread = atRisk > 1 ? (events * (atRisk - events)) / (atRisk - 1) : 0;
    for (const [i, group] of here.entries()) {
      const share = group.atRisk / atRisk;
      observed[i]! += group.events;
      expected[i]! += events * share;
      for (const [j, other] of here.entries()) {
        variance[i]![j]! += spread * share * ((i === j ? 1 : 0) - other.atRisk / atRisk);
      }
    }
  }
  if (observed.every((count) => count === 0)) throw new Problem('no-events-yet');
  const statistic = quadraticForm(
    variance.slice(1).map((row) => row.slice(1)),
    observed.slice(1).map((count, i) => count - expected[i + 1]!),
  );
  const df = groups.length - 1;
  return { statistic, df, p: chiSquare.upperTail(statistic, df), observed, expected };
}

/** gapᵀ·variance⁻¹·gap; one group is left out, because all gaps sum to 0. */
function quadraticForm(variance: readonly (readonly number[])[], gap: readonly number[]): number {
  const weights = linearSolve(variance, gap);
  return gap.reduce((sum, value, i) => sum + value * weights[i]!, 0);
}
