import type { Chart } from '../analysis';
import { intervals } from '../../charts/intervals';
import { lines } from '../../charts/lines';
import type { Language } from '../../locale/language';
import type { Comparison, ExperimentResult, MetricResult } from './result';

/** The lifts of all metrics, and users per day and arm where the data know days. */
export function charts(result: ExperimentResult, language: Language): Chart[] {
  return [effects(result, language), traffic(result, language)].filter((chart) => chart !== null);
}

function effects(result: ExperimentResult, { words, numbers }: Language): Chart | null {
  const rows = result.metrics.flatMap((metric) =>
    metric.comparisons.flatMap((comparison) => {
      const { estimate, low, high } = comparison.lift;
      if (estimate === null) return [];
      const label = labelOf(metric, comparison);
      return [{ label, value: estimate, low, high, state: words[comparison.state] }];
    }),
  );
  if (rows.length === 0) return null;
  const range = ({ low, high }: (typeof rows)[number]): string =>
    words.fromTo(numbers.pct(low, 1), numbers.pct(high, 1));
  const description = rows
    .map((row) => `${row.label}: ${numbers.lift(row.value)} (${range(row)}), ${row.state}.`)
    .join(' ');
  const states = [...new Set(rows.map(({ state }) => state))];
  return {
    name: 'effects',
    title: words.effects,
    description,
    spec: intervals(rows, { axis: words.lift, description, states }, '+.1%'),
  };
}

function labelOf({ name, comparisons }: MetricResult, { arm }: Comparison): string {
  return comparisons.length === 1 ? name : `${name} · ${arm}`;
}

function traffic({ traffic, arms }: ExperimentResult, { words, numbers }: Language): Chart | null {
  if (traffic.length === 0) return null;
  const points = traffic.map(({ date, arm, users }) => ({ date, series: arm, value: users }));
  const description = arms
    .map(({ name, users }) => words.usersOfArm(name, numbers.int(users)))
    .join(' ');
  const series = arms.map(({ name }) => name);
  return {
    name: 'traffic',
    title: words.traffic,
    description,
    spec: lines(points, { axis: words.users, series, description }, ',d'),
  };
}
