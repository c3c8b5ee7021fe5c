import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import { filledColumns } from './filled-columns';
import { atLevel, plainLevel } from './interval-level';
import { kindOf } from './metric-kind';
import type { Comparison, ExperimentResult, MetricResult } from './result';

/** What is believed of each comparison, what the test could have seen, and how far it is from its target. */
export function certaintyTable(result: ExperimentResult, language: Language): Table {
  const { metrics } = result;
  const { words } = language;
  const rows = metrics.flatMap((metric) =>
    metric.comparisons.map((each) => certaintyRow(metric, each, language)),
  );
  return {
    name: 'certainty',
    title: words.certainty,
    columns: filledColumns(rows, [
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'chanceToWin', title: words.chanceToWin, format: 'rate', path: 'chanceToWin' },
      {
        key: 'expectedLoss',
        title: words.expectedLoss,
        format: { by: 'lossFormat' },
        caption: 'lossIs',
        path: 'expectedLoss',
      },
      {
        key: 'shrunkenLift',
        title: atLevel(words.shrunkenLift, plainLevel(result), language),
        format: 'lift',
        caption: 'shrunkenRange',
        path: 'shrunkenLift',
      },
      { key: 'mde', title: words.mde, format: 'rate', path: 'mde' },
      { key: 'target', title: words.target, format: 'rate' },
      { key: 'progress', title: words.readout.progress, format: 'rate', path: 'progress' },
      {
        key: 'usersNeeded',
        title: words.readout.usersInAllArms,
        format: 'count',
        path: 'usersNeeded',
      },
      {
        key: 'daysLeft',
        title: words.readout.daysLeft,
        format: 'count',
        caption: 'daysRange',
        path: 'daysLeft',
      },
      { key: 'marginState', title: words.margin, format: 'text' },
      { key: 'marginP', title: words.p, format: 'p', path: 'marginP' },
      {
        key: 'varianceRemoved',
        title: words.varianceRemoved,
        format: 'rate',
        path: 'varianceRemoved',
      },
    ]),
    rows,
  };
}

function certaintyRow(
  metric: MetricResult,
  comparison: Comparison,
  language: Language,
): Table['rows'][number] {
  const { arm, chanceToWin, shrunkenLift, margin, cuped } = comparison;
  const { words, numbers } = language;
  const { outlook } = metric;
  const left = outlook?.daysLeft;
  const shrunken = typeof shrunkenLift?.estimate === 'number' ? shrunkenLift : null;
  return {
    path: formatPath(['metrics', metric.name, 'comparisons', arm]),
    metric: metric.name,
    arm,
    chanceToWin: chanceToWin ?? null,
    unit: metric.unit,
    ...lossCells(metric, comparison, language),
    shrunkenLift: shrunken?.estimate ?? null,
    shrunkenLow: shrunken?.low ?? null,
    shrunkenHigh: shrunken?.high ?? null,
    shrunkenRange: shrunken
      ? words.fromTo(numbers.num(100 * shrunken.low, 1), `${numbers.num(100 * shrunken.high, 1)} %`)
      : null,
    mde: metric.mde,
    target: outlook?.target ?? null,
    progress: outlook?.progress ?? null,
    usersNeeded: outlook?.usersNeeded ?? null,
    daysLeft: left?.estimate ?? null,
    daysLow: left?.low ?? null,
    daysHigh: left?.high ?? null,
    daysRange:
      typeof left?.estimate === 'number'
        ? words.readout.days(numbers.int(left.low), numbers.int(left.high))
        : null,
    marginState: margin ? words[margin.state] : null,
    marginP: margin?.p ?? null,
    varianceRemoved: cuped?.varianceRemoved ?? null,
  };
}

/** The expected loss, and what it is a number of: money says so itself. */
function lossCells(
  { type, unit }: MetricResult,
  { expectedLoss: loss, expectedLossOf }: Comparison,
  { words, numbers }: Language,
) {
  if (loss === undefined) return { expectedLoss: null, lossFormat: 'number', lossIs: null };
  if (expectedLossOf === 'lift') {
    return { expectedLoss: loss, lossFormat: 'rate', lossIs: words.readout.ofControl };
  }
  if (unit) return { expectedLoss: loss, lossFormat: 'money', lossIs: null };
  const isRate = kindOf(type) === 'rate';
  const lossIs = isRate ? words.readout.inPoints(numbers.num(100 * loss)) : null;
  return { expectedLoss: loss, lossFormat: 'number', lossIs };
}
