import { formatPath } from '../../notebook/path';
import type { Tone } from '../../locale/finding';
import { type Language, problemSentence } from '../../locale/language';
import type { Format, Table } from '../analysis';
import { formatsOf } from './metric-kind';
import type {
  Comparison,
  ExperimentResult,
  MaybeInterval,
  MetricArm,
  MetricResult,
} from './result';

/** The results, one row per metric and arm, and the arms. */
export function tables(result: ExperimentResult, language: Language): Table[] {
  return [resultsTable(result, language), armsTable(result, language)];
}

function resultsTable(result: ExperimentResult, language: Language): Table {
  const { words } = language;
  const treatments = result.metrics[0]?.comparisons.map(({ arm }) => arm) ?? [];
  const only = treatments.length === 1 ? treatments[0]! : null;
  return {
    name: 'results',
    title: words.results,
    columns: [
      { key: 'metric', title: words.metric, format: 'text', caption: 'about' },
      ...(only === null ? [{ key: 'arm', title: words.arm, format: 'text' } as const] : []),
      {
        key: 'control',
        title: result.control,
        format: { by: 'valueFormat' },
        caption: 'controlOf',
        path: 'control',
      },
      {
        key: 'treatment',
        title: only ?? words.treatment,
        format: { by: 'valueFormat' },
        caption: 'treatmentOf',
        path: 'treatment',
      },
      {
        key: 'difference',
        title: words.difference,
        format: { by: 'differenceFormat' },
        caption: 'differenceRange',
        path: 'difference',
      },
      {
        key: 'lift',
        title: words.lift,
        format: 'lift',
        caption: 'liftRange',
        tone: 'tone',
        path: 'lift',
      },
      { key: 'pAdjusted', title: words.p, format: 'p', caption: 'stateWord', path: 'p' },
      {
        key: 'lift',
        title: words.lift,
        format: 'lift',
        tone: 'tone',
        interval: { low: 'liftLow', high: 'liftHigh' },
      },
    ],
    rows: result.metrics.flatMap((metric) =>
      metric.comparisons.map((comparison) => row(result.control, metric, comparison, language)),
    ),
  };
}

function row(
  controlName: string,
  metric: MetricResult,
  comparison: Comparison,
  language: Language,
): Table['rows'][number] {
  const formats = formatsOf(metric.type);
  const control = metric.arms.find(({ name }) => name === controlName)!;
  const treatment = metric.arms.find(({ name }) => name === comparison.arm)!;
  const { difference, lift } = comparison;
  const problem = comparison.problem ?? problemOf(lift);
  return {
    path: formatPath(['metrics', metric.name, 'comparisons', comparison.arm]),
    metric: metric.name,
    about: about(metric, language),
    arm: comparison.arm,
    role: metric.role,
    valueFormat: formats.value,
    differenceFormat: formats.difference,
    ...armCells('control', control, formats.value, language),
    ...armCells('treatment', treatment, formats.value, language),
    difference: difference.estimate,
    differenceLow: difference.low,
    differenceHigh: difference.high,
    differenceRange: rangeText(difference, formats.difference, language),
    lift: lift.estimate,
    liftLow: lift.low,
    liftHigh: lift.high,
    liftRange: rangeText(lift, 'lift', language),
    test: comparison.test,
    statistic: comparison.statistic,
    df: comparison.df,
    p: comparison.p,
    pAdjusted: comparison.pAdjusted,
    level: comparison.level,
    state: comparison.state,
    stateWord: language.words[comparison.state],
    tone: toneOf(comparison),
    mde: metric.mde,
    problem: problem ? problemSentence(problem, language).message : null,
  };
}

/** Role, window and direction, as far as they are not what one would expect. */
function about({ role, windowMs, direction }: MetricResult, { words, numbers }: Language): string {
  const parts = [words[role]];
  if (windowMs !== null) parts.push(words.withinDuration(numbers.duration(windowMs)));
  if (direction === 'down') parts.push(words.downIsGood);
  return parts.join(' · ');
}

function armCells(key: string, arm: MetricArm, format: Format, { words, numbers }: Language) {
  const counts =
    format === 'rate'
      ? words.countOf(numbers.int(arm.total), numbers.int(arm.matured))
      : words.perUser(numbers.num(arm.total), numbers.int(arm.matured));
  return {
    [key]: arm.value,
    [`${key}Of`]: counts,
    [`${key}Total`]: arm.total,
    [`${key}Users`]: arm.users,
    [`${key}Matured`]: arm.matured,
    [`${key}Missing`]: arm.missing,
    [`${key}Low`]: arm.low,
    [`${key}High`]: arm.high,
  };
}

/** The interval in the unit and with the digits of its estimate: `−1.328 to −0.312`. */
function rangeText(interval: MaybeInterval, format: Format, { words, numbers }: Language) {
  if (interval.estimate === null) return null;
  const { low, high } = interval;
  if (format === 'lift') {
    return words.fromTo(numbers.num(100 * low, 1), `${numbers.num(100 * high, 1)} %`);
  }
  if (format === 'points') {
    return words.fromTo(numbers.num(100 * low, 3), numbers.num(100 * high, 3));
  }
  const digits = digitsOf(Math.max(Math.abs(low), Math.abs(high)));
  return words.fromTo(numbers.num(low, digits), numbers.num(high, digits));
}

/** Decimals that show three significant digits of the larger end, at most 6. */
function digitsOf(value: number): number {
  if (value === 0) return 0;
  return Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(value))));
}

function problemOf(interval: MaybeInterval) {
  return interval.estimate === null ? interval.problem : undefined;
}

function toneOf({ state }: Comparison): Tone {
  if (state === 'better') return 'good';
  return state === 'worse' ? 'bad' : 'neutral';
}

function armsTable({ arms }: ExperimentResult, { words }: Language): Table {
  const total = arms.reduce((sum, { users, expected }) => sum + (expected > 0 ? users : 0), 0);
  return {
    name: 'arms',
    title: words.arms,
    columns: [
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'users', title: words.users, format: 'count', path: '' },
      { key: 'share', title: words.share, format: 'rate' },
      { key: 'expected', title: words.planned, format: 'rate' },
    ],
    rows: arms.map(({ name, users, expected, late }) => ({
      path: formatPath(['arms', name]),
      arm: name,
      users,
      share: expected > 0 && total > 0 ? users / total : null,
      expected,
      late,
    })),
  };
}
