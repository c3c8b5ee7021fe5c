import { bands } from '../../charts/bands';
import { type Interval, intervals } from '../../charts/intervals';
import { lines } from '../../charts/lines';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { marginLine } from './margin-line';
import type { Comparison, ExperimentResult } from './result';

/** The first goal over time, the lifts of all metrics and of segments, and users per day and arm. */
export function charts(result: ExperimentResult, language: Language): Chart[] {
  const list = [
    overTime(result, language),
    effects(result, language),
    ...segments(result, language),
    traffic(result, language),
  ];
  return list.filter((chart) => chart !== null);
}

function overTime({ metrics }: ExperimentResult, { words, numbers }: Language): Chart | null {
  const metric = metrics.find(({ series }) => series !== undefined && series.length > 0);
  if (!metric) return null;
  const points = metric.series!.map(({ through, arm, estimate, low, high }) => {
    return { date: through, series: arm, value: estimate, low, high };
  });
  const last = points.at(-1)!;
  const range = words.fromTo(numbers.pct(last.low, 1), numbers.pct(last.high, 1));
  const description = words.overTimeDescription(
    metric.name,
    last.date,
    numbers.lift(last.value),
    range,
  );
  const series = metric.comparisons.map(({ arm }) => arm);
  const axis = words.liftOf(metric.name);
  return {
    name: 'over-time',
    title: words.overTime,
    description,
    spec: bands(points, { axis, series, description }, '+.1%'),
  };
}

function effects({ metrics }: ExperimentResult, language: Language): Chart | null {
  const rows = metrics.flatMap((metric) =>
    metric.comparisons.flatMap((comparison) => {
      const { name, comparisons } = metric;
      const label = comparisons.length === 1 ? name : `${name} · ${comparison.arm}`;
      return interval(label, comparison, marginLine(comparison, metric), language);
    }),
  );
  return forest('effects', language.words.effects, rows, language);
}

/** One forest for each segment of the first goal. */
function segments({ metrics }: ExperimentResult, language: Language): (Chart | null)[] {
  const metric = metrics.find(({ role }) => role === 'goal') ?? metrics[0];
  return (metric?.segments ?? []).map(({ column, groups }, i) => {
    const rows = groups.flatMap(({ value, comparisons }) =>
      comparisons.flatMap((comparison) => {
        const label = comparisons.length === 1 ? value : `${value} · ${comparison.arm}`;
        return interval(label, comparison, undefined, language);
      }),
    );
    const name = i === 0 ? 'by-segment' : `by-segment-${i + 1}`;
    return forest(name, language.words.bySegment(metric!.name, column), rows, language);
  });
}

function interval(
  label: string,
  { lift, alwaysValid, state }: Comparison,
  mark: number | undefined,
  { words }: Language,
): Interval[] {
  if (lift.estimate === null) return [];
  const { estimate: value, low, high } = lift;
  const wide = alwaysValid?.lift;
  const outer =
    wide === undefined || wide.estimate === null
      ? {}
      : { outerLow: wide.low, outerHigh: wide.high };
  const line = mark === undefined ? {} : { mark };
  return [{ label, value, low, high, ...outer, ...line, state: words[state] }];
}

function forest(
  name: string,
  title: string,
  rows: readonly Interval[],
  { words, numbers }: Language,
): Chart | null {
  if (rows.length === 0) return null;
  const description = rows
    .map(({ label, value, low, high, state }) => {
      const range = words.fromTo(numbers.pct(low, 1), numbers.pct(high, 1));
      return words.intervalDescription(label, numbers.lift(value), range, state);
    })
    .join(' ');
  return {
    name,
    title,
    description,
    spec: intervals(rows, { axis: words.lift, description }, '+.1%'),
  };
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
