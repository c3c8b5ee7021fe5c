import { bands } from '../../charts/bands';
import { bandCurves } from '../../charts/band-curves';
import { lines } from '../../charts/lines';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { atLevel, plainLevel } from './interval-level';
import { NOVELTY_P } from './novelty-notes';
import type { ExperimentResult, MetricResult } from './result';
import { axisFormat, changeText, differenceTitle, inPoints } from './shown-change';

/**
 * How the first goal stood day by day, what users did on each day after their exposure, what those did
 * who came in together, and how many came in.
 */
export function overTimeCharts(result: ExperimentResult, language: Language): Chart[] {
  const list = [
    overTime(result, language),
    sinceExposure(result, language),
    entries(result, language),
    traffic(result, language),
  ];
  return list.filter((chart) => chart !== null);
}

function overTime(result: ExperimentResult, language: Language): Chart | null {
  const { metrics } = result;
  const { words, numbers } = language;
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
    title: atLevel(words.overTime, plainLevel(result), language),
    description,
    spec: bands(points, { axis, series, description }, '+.1%'),
  };
}

/** Of the metric whose effect changes most plainly with the days, else of the first goal. */
function sinceExposure(result: ExperimentResult, language: Language): Chart | null {
  const { metrics } = result;
  const { words } = language;
  const those = metrics.filter(({ sinceExposure }) => (sinceExposure ?? []).length > 0);
  const metric = plainest(those) ?? firstGoal(those);
  if (!metric) return null;
  const points = metric.sinceExposure!;
  const last = points.at(-1)!;
  const amount = (value: number) => changeText(value, metric, language);
  const description = words.readout.sinceExposureDescription(
    metric.name,
    amount(points[0]!.estimate),
    amount(last.estimate),
    String(last.day),
  );
  const steps = [...new Set(points.map(({ day }) => String(day)))];
  const spec = bandCurves(
    points.map(({ day, arm, estimate, low, high }) => {
      return {
        step: String(day),
        series: arm,
        ...inPoints({ value: estimate, low, high }, metric),
      };
    }),
    {
      across: words.readout.sinceExposure,
      axis: differenceTitle(metric, language),
      steps,
      series: metric.comparisons.map(({ arm }) => arm),
      hasZero: true,
      description,
    },
    axisFormat(metric),
  );
  const title = atLevel(words.readout.sinceExposureOf(metric.name), plainLevel(result), language);
  return { name: 'since-exposure', title, description, spec };
}

/** The metric with the least p below the limit of a finding. */
function plainest(metrics: readonly MetricResult[]): MetricResult | undefined {
  const pOf = ({ novelty }: MetricResult): number =>
    Math.min(1, ...(novelty ?? []).map(({ p }) => p ?? 1));
  const [least] = [...metrics].sort((a, b) => pOf(a) - pOf(b));
  return least && pOf(least) < NOVELTY_P ? least : undefined;
}

function firstGoal(metrics: readonly MetricResult[]): MetricResult | undefined {
  return metrics.find(({ role }) => role === 'goal') ?? metrics[0];
}

function entries(result: ExperimentResult, language: Language): Chart | null {
  const { metrics } = result;
  const { words } = language;
  const metric = firstGoal(metrics.filter(({ entries }) => (entries ?? []).length > 1));
  if (!metric) return null;
  const points = metric.entries!;
  const description = words.readout.entriesDescription(metric.name, String(points.length));
  const spec = bands(
    points.map(({ from, arm, estimate, low, high }) => {
      return { date: from, series: arm, ...inPoints({ value: estimate, low, high }, metric) };
    }),
    {
      axis: differenceTitle(metric, language),
      series: metric.comparisons.map(({ arm }) => arm),
      description,
    },
    axisFormat(metric),
  );
  const title = atLevel(words.readout.entriesOf(metric.name), plainLevel(result), language);
  return { name: 'entries', title, description, spec };
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
