import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import { atLevel, plainLevel, rangeAt } from './interval-level';
import { formatsOf } from './metric-kind';
import type { Comparison, ExperimentResult, MetricResult } from './result';
import { filledColumns } from './filled-columns';

/** What each change would bring in a period. Without rows where it is not known who would get it. */
export function worthTable(result: ExperimentResult, language: Language): Table {
  const { metrics, eligible } = result;
  const level = plainLevel(result);
  const { words, numbers } = language;
  const { readout } = words;
  const rows = metrics.flatMap((metric) =>
    metric.comparisons.flatMap((each) => worthRow(metric, each, level, language)),
  );
  return {
    name: 'worth',
    title: eligible
      ? readout.worthOf(numbers.int(eligible.users), numbers.num(eligible.periodDays, 0))
      : words.worth,
    columns: filledColumns(rows, [
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'arm', title: words.arm, format: 'text' },
      {
        key: 'difference',
        title: readout.perUser,
        format: { by: 'differenceFormat' },
        path: 'difference',
      },
      {
        key: 'worth',
        title: atLevel(readout.inAll, level, language),
        format: { by: 'worthFormat' },
        caption: 'worthRange',
        path: 'worth',
      },
      {
        key: 'shrunken',
        title: readout.shrunkenWorth,
        format: { by: 'worthFormat' },
        path: 'worth.shrunken',
      },
    ]),
    rows,
  };
}

function worthRow(
  metric: MetricResult,
  { arm, difference, worth, level }: Comparison,
  heading: number,
  language: Language,
): Table['rows'] {
  if (!worth || difference.estimate === null) return [];
  const { words, numbers } = language;
  const { unit } = metric;
  const amount = (value: number) => (unit ? numbers.money(value, unit) : numbers.num(value));
  return [
    {
      path: formatPath(['metrics', metric.name, 'comparisons', arm]),
      metric: metric.name,
      arm,
      unit,
      differenceFormat: formatsOf(metric).difference,
      difference: difference.estimate,
      worthFormat: unit ? 'money-change' : 'signed',
      worth: worth.estimate,
      worthLow: worth.low,
      worthHigh: worth.high,
      worthRange: rangeAt(
        words.fromTo(amount(worth.low), amount(worth.high)),
        level,
        heading,
        language,
      ),
      level,
      shrunken: worth.shrunken ?? null,
    },
  ];
}
