import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import { filledColumns } from './filled-columns';
import { formatsOf } from './metric-kind';
import { atLevel, plainLevel } from './interval-level';
import { rangeText } from './range-text';
import type { ExperimentResult } from './result';

/** How the values of each metric are spread, arm by arm. Without rows where no metric is an amount. */
export function spreadTable({ metrics }: ExperimentResult, { words }: Language): Table {
  const rows = metrics.flatMap(({ name: metric, distribution }) =>
    (distribution?.arms ?? []).map(({ name, values, zeros, top }) => ({
      path: formatPath(['metrics', metric, 'distribution', 'arms', name]),
      metric,
      arm: name,
      values,
      zeros: values === 0 ? null : zeros / values,
      top: top ?? null,
    })),
  );
  return {
    name: 'spread',
    title: words.readout.spread,
    columns: filledColumns(rows, [
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'values', title: words.readout.values, format: 'count' },
      { key: 'zeros', title: words.readout.zeros, format: 'rate', path: 'zeros' },
      { key: 'top', title: words.readout.top, format: 'rate', path: 'top' },
    ]),
    rows,
  };
}

/** The quantiles of every metric that is an amount, the treatments beside the control. */
export function quantilesTable(result: ExperimentResult, language: Language): Table {
  const { metrics, control } = result;
  const { words, numbers } = language;
  const rows = metrics.flatMap((metric) => {
    const points = metric.distribution?.quantiles ?? [];
    const formats = formatsOf(metric);
    return points.flatMap(({ level, arm, value, difference }, i) => {
      const base = points.find((each) => each.arm === control && each.level === level);
      if (arm === control || value === null || typeof base?.value !== 'number') return [];
      const gap = typeof difference?.estimate === 'number' ? difference : null;
      return [
        {
          path: formatPath(['metrics', metric.name, 'distribution', 'quantiles', i]),
          metric: metric.name,
          level: numbers.pct(level, 0),
          arm,
          unit: metric.unit,
          valueFormat: formats.value,
          control: base.value,
          value,
          differenceFormat: formats.difference,
          difference: gap?.estimate ?? null,
          differenceLow: gap?.low ?? null,
          differenceHigh: gap?.high ?? null,
          differenceRange: gap ? rangeText(gap, formats.difference, language, metric.unit) : null,
        },
      ];
    });
  });
  return {
    name: 'quantiles',
    title: words.readout.quantiles,
    columns: [
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'level', title: words.readout.level, format: 'text' },
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'control', title: control, format: { by: 'valueFormat' } },
      { key: 'value', title: words.value, format: { by: 'valueFormat' }, path: 'value' },
      {
        key: 'difference',
        title: atLevel(words.difference, plainLevel(result), language),
        format: { by: 'differenceFormat' },
        caption: 'differenceRange',
        path: 'difference',
      },
    ],
    rows,
  };
}
