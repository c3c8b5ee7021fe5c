import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import { certaintyTable } from './certainty-table';
import { choicesTable } from './choices-table';
import { comparisonCells } from './comparison-cells';
import { quantilesTable, spreadTable } from './distribution-tables';
import { filledColumns } from './filled-columns';
import { atLevel, plainLevel } from './interval-level';
import { leftOutTable } from './left-out-table';
import { looksTable } from './looks-table';
import { marginLine } from './margin-line';
import { methodsTable } from './methods-table';
import type { Comparison, ExperimentResult, MetricResult } from './result';
import { worthTable } from './worth-table';

/** The results, what they are worth and how sure one can be of them, segments, values, other methods, and the arms. */
export function tables(result: ExperimentResult, language: Language): Table[] {
  const { readout, worth } = language.words;
  const { panels } = readout;
  const list = [
    resultsTable(result, language),
    ...under(panels.segments, [segmentsTable(result, language)]),
    ...under(panels.distribution, [
      spreadTable(result, language),
      quantilesTable(result, language),
    ]),
    ...under(worth, [worthTable(result, language)]),
    ...under(panels.certainty, [certaintyTable(result, language), looksTable(result, language)]),
    ...under(panels.methods, [choicesTable(result, language), methodsTable(result, language)]),
    ...under(panels.arms, [armsTable(result, language), leftOutTable(result, language)]),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function under(panel: string, those: readonly Table[]): Table[] {
  return those.map((table) => ({ ...table, panel }));
}

function resultsTable(result: ExperimentResult, language: Language): Table {
  return {
    name: 'results',
    title: language.words.results,
    columns: [
      { key: 'metric', title: language.words.metric, format: 'text', caption: 'about' },
      ...comparisonColumns(result, language, { hasMark: true }),
    ],
    rows: eachComparison(result, (metric, comparison) => ({
      metric: metric.name,
      about: about(metric, language),
      role: metric.role,
      mde: metric.mde,
      mark: marginLine(comparison, metric) ?? null,
      ...comparisonCells(metric, metric.arms, comparison, result, language),
    })),
  };
}

/** The columns that every table of comparisons ends with. */
function comparisonColumns(
  result: ExperimentResult,
  language: Language,
  { hasMark }: { readonly hasMark: boolean },
): TableColumn[] {
  const { control, metrics } = result;
  const { words } = language;
  const heading = (title: string) => atLevel(title, plainLevel(result), language);
  const treatments = metrics[0]?.comparisons.map(({ arm }) => arm) ?? [];
  const only = treatments.length === 1 ? treatments[0]! : null;
  const value = { by: 'valueFormat' };
  const lift = { key: 'lift', title: heading(words.lift), format: 'lift', tone: 'tone' } as const;
  return [
    ...(only === null ? [{ key: 'arm', title: words.arm, format: 'text' } as const] : []),
    { key: 'control', title: control, format: value, caption: 'controlOf', path: 'control' },
    {
      key: 'treatment',
      title: only ?? words.treatment,
      format: value,
      caption: 'treatmentOf',
      path: 'treatment',
    },
    {
      key: 'difference',
      title: heading(words.difference),
      format: { by: 'differenceFormat' },
      caption: 'differenceRange',
      path: 'difference',
    },
    { ...lift, caption: 'liftRange', path: 'lift' },
    { key: 'pAdjusted', title: words.p, format: 'p', caption: 'stateWord', path: 'p' },
    {
      ...lift,
      interval: {
        low: 'liftLow',
        high: 'liftHigh',
        outerLow: 'outerLow',
        outerHigh: 'outerHigh',
        ...(hasMark ? { mark: 'mark' } : {}),
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

function segmentsTable(result: ExperimentResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'segments',
    title: words.segments,
    columns: [
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'value', title: words.segment, format: 'text', caption: 'column' },
      ...comparisonColumns(result, language, { hasMark: false }),
    ],
    rows: result.metrics.flatMap((metric) =>
      (metric.segments ?? []).flatMap(({ column, groups }, s) =>
        groups.flatMap(({ value, arms, comparisons }, g) =>
          comparisons.map((comparison) => {
            const cells = comparisonCells(metric, arms, comparison, result, language);
            const own = ['segments', s, 'groups', g, 'comparisons', comparison.arm];
            const path = formatPath(['metrics', metric.name, ...own]);
            return { metric: metric.name, column, value, ...cells, path };
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
    columns: filledColumns(rows, [
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'users', title: words.users, format: 'count', path: '' },
      { key: 'share', title: words.share, format: 'rate', path: 'share' },
      { key: 'expected', title: words.planned, format: 'rate' },
      { key: 'late', title: words.late, format: 'count' },
    ]),
    rows,
  };
}
