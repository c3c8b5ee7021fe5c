import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import { filledColumns } from './filled-columns';
import { formatsOf } from './metric-kind';
import { atLevel, plainLevel } from './interval-level';
import { rangeText } from './range-text';
import type { Comparison, ExperimentResult, MetricResult } from './result';
import type { Alternative } from './result-details';

/** The comparisons by other methods that are in use, for information. */
export function methodsTable(result: ExperimentResult, language: Language): Table {
  const { metrics } = result;
  const heading = (title: string) => atLevel(title, plainLevel(result), language);
  const { words } = language;
  const rows = metrics.flatMap((metric) =>
    metric.comparisons.flatMap((comparison) =>
      (comparison.alternatives ?? []).map((each) => methodRow(metric, comparison, each, language)),
    ),
  );
  return {
    name: 'methods',
    title: words.readout.methods,
    columns: filledColumns(rows, [
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'method', title: words.readout.method, format: 'text' },
      {
        key: 'difference',
        title: heading(words.difference),
        format: { by: 'differenceFormat' },
        caption: 'differenceRange',
        path: 'difference',
      },
      {
        key: 'lift',
        title: heading(words.lift),
        format: 'lift',
        caption: 'liftRange',
        path: 'lift',
      },
      {
        key: 'probability',
        title: words.readout.tendsLarger,
        format: 'rate',
        path: 'probability',
      },
      { key: 'p', title: words.uncorrectedP, format: 'p', path: 'p' },
    ]),
    rows,
  };
}

function methodRow(
  metric: MetricResult,
  { arm }: Comparison,
  { name, difference, lift, probability, p }: Alternative,
  language: Language,
): Table['rows'][number] {
  const format = formatsOf(metric).difference;
  return {
    path: formatPath(['metrics', metric.name, 'comparisons', arm, 'alternatives', name]),
    metric: metric.name,
    arm,
    method: language.words.readout.names[name] ?? name,
    unit: metric.unit,
    differenceFormat: format,
    difference: difference?.estimate ?? null,
    differenceLow: difference?.low ?? null,
    differenceHigh: difference?.high ?? null,
    differenceRange: difference ? rangeText(difference, format, language, metric.unit) : null,
    lift: lift?.estimate ?? null,
    liftLow: lift?.low ?? null,
    liftHigh: lift?.high ?? null,
    liftRange: lift ? rangeText(lift, 'lift', language) : null,
    probability: probability ?? null,
    p: p ?? null,
  };
}
