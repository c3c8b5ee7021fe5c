import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import { choicesTable } from './choices-table';
import { comparisonCells } from './comparison-cells';
import { leftOutTable } from './left-out-table';
import { looksTable } from './looks-table';
import { marginLine } from './margin-line';
import type { Comparison, ExperimentResult, MetricResult } from './result';

/** The results, how sure one can be of them, segments, and the arms. */
export function tables(result: ExperimentResult, language: Language): Table[] {
  const list = [
    resultsTable(result, language),
    certaintyTable(result, language),
    segmentsTable(result, language),
    choicesTable(result, language),
    looksTable(result, language),
    armsTable(result, language),
    leftOutTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function resultsTable(result: ExperimentResult, language: Language): Table {
  return {
    name: 'results',
    title: language.words.results,
    columns: [
      { key: 'metric', title: language.words.metric, format: 'text', caption: 'about' },
      ...comparisonColumns(result, language, true),
    ],
    rows: eachComparison(result, (metric, comparison) => ({
      metric: metric.name,
      about: about(metric, language),
      role: metric.role,
      mde: metric.mde,
      mark: marginLine(comparison, metric) ?? null,
      ...comparisonCells(metric, metric.arms, comparison, result.control, language),
    })),
  };
}

/** The columns that every table of comparisons ends with. */
function comparisonColumns(
  { control, metrics }: ExperimentResult,
  { words }: Language,
  hasPaths: boolean,
): TableColumn[] {
  const treatments = metrics[0]?.comparisons.map(({ arm }) => arm) ?? [];
  const only = treatments.length === 1 ? treatments[0]! : null;
  const at = (path: string) => (hasPaths ? { path } : {});
  const value = { by: 'valueFormat' };
  const lift = { key: 'lift', title: words.lift, format: 'lift', tone: 'tone' } as const;
  return [
    ...(only === null ? [{ key: 'arm', title: words.arm, format: 'text' } as const] : []),
    { key: 'control', title: control, format: value, caption: 'controlOf', ...at('control') },
    {
      key: 'treatment',
      title: only ?? words.treatment,
      format: value,
      caption: 'treatmentOf',
      ...at('treatment'),
    },
    {
      key: 'difference',
      title: words.difference,
      format: { by: 'differenceFormat' },
      caption: 'differenceRange',
      ...at('difference'),
    },
    { ...lift, caption: 'liftRange', ...at('lift') },
    { key: 'pAdjusted', title: words.p, format: 'p', caption: 'stateWord', ...at('p') },
    {
      ...lift,
      interval: {
        low: 'liftLow',
        high: 'liftHigh',
        outerLow: 'outerLow',
        outerHigh: 'outerHigh',
        ...(hasPaths ? { mark: 'mark' } : {}),
      },
    },
  ];
}

/** Role, window and direction, as far as they are not what one would expect. */
function about({ role, windowMs, direction }: MetricResult, { words, numbers }: Language): string {
  const parts = [words[role]];
  if (windowMs !== null) parts.push(words.withinDuration(numbers.duration(windowMs)));
  if (direction === 'down') parts.push(words.downIsGood);
  return parts.join(' · ');
}

/** What is believed of each comparison, and what the test could have seen. */
function certaintyTable(result: ExperimentResult, { words }: Language): Table {
  const rows = eachComparison(result, (metric, comparison) => ({
    path: formatPath(['metrics', metric.name, 'comparisons', comparison.arm]),
    metric: metric.name,
    arm: comparison.arm,
    chanceToWin: comparison.chanceToWin ?? null,
    unit: metric.unit,
    lossFormat: metric.unit ? 'money' : 'number',
    expectedLoss: comparison.expectedLoss ?? null,
    shrunkenLift: comparison.shrunkenLift?.estimate ?? null,
    shrunkenLow: comparison.shrunkenLift?.low ?? null,
    shrunkenHigh: comparison.shrunkenLift?.high ?? null,
    mde: metric.mde,
    marginState: comparison.margin ? words[comparison.margin.state] : null,
    marginP: comparison.margin?.p ?? null,
    varianceRemoved: comparison.cuped?.varianceRemoved ?? null,
  }));
  return {
    name: 'certainty',
    title: words.certainty,
    columns: filled(rows, [
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'chanceToWin', title: words.chanceToWin, format: 'rate' },
      { key: 'expectedLoss', title: words.expectedLoss, format: { by: 'lossFormat' } },
      { key: 'shrunkenLift', title: words.shrunkenLift, format: 'lift' },
      { key: 'mde', title: words.mde, format: 'rate' },
      { key: 'marginState', title: words.margin, format: 'text' },
      { key: 'varianceRemoved', title: words.varianceRemoved, format: 'rate' },
    ]),
    rows,
  };
}

/** The columns that have something in some row. */
function filled(rows: Table['rows'], columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.filter(({ key }) => rows.some((row) => row[key] !== null));
}

function segmentsTable(result: ExperimentResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'segments',
    title: words.segments,
    columns: [
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'value', title: words.segment, format: 'text', caption: 'column' },
      ...comparisonColumns(result, language, false),
    ],
    rows: result.metrics.flatMap((metric) =>
      (metric.segments ?? []).flatMap(({ column, groups }) =>
        groups.flatMap(({ value, arms, comparisons }) =>
          comparisons.map((comparison) => {
            const cells = comparisonCells(metric, arms, comparison, result.control, language);
            return { metric: metric.name, column, value, ...cells, path: null };
          }),
        ),
      ),
    ),
  };
}

function eachComparison(
  { metrics }: ExperimentResult,
  row: (metric: MetricResult, comparison: Comparison) => Table['rows'][number],
): Table['rows'] {
  return metrics.flatMap((metric) => metric.comparisons.map((each) => row(metric, each)));
}

function armsTable({ arms }: ExperimentResult, { words }: Language): Table {
  const total = arms.reduce((sum, { users, expected }) => sum + (expected > 0 ? users : 0), 0);
  const rows = arms.map(({ name, users, expected, late }) => ({
    path: formatPath(['arms', name]),
    arm: name,
    users,
    share: expected > 0 && total > 0 ? users / total : null,
    expected,
    late: late > 0 ? late : null,
  }));
  return {
    name: 'arms',
    title: words.arms,
    columns: filled(rows, [
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'users', title: words.users, format: 'count', path: '' },
      { key: 'share', title: words.share, format: 'rate' },
      { key: 'expected', title: words.planned, format: 'rate' },
      { key: 'late', title: words.late, format: 'count' },
    ]),
    rows,
  };
}
