import type { Language } from '../../locale/language';
import { type Path, formatPath } from '../../notebook/path';
import type { Format, Table, TableColumn } from '../analysis';
import { cellRange } from './cell-text';
import { cellValue } from './cell-value';
import type { Cell, Group, RetentionResult, Rule } from './result';

type TableRow = Table['rows'][number];

/** The cohorts or the groups, all cohorts of all groups, the overall rows in full, and the comparisons. */
export function tables(result: RetentionResult, language: Language): Table[] {
  const isBroken = result.groups.length > 1 || result.groups[0]!.name !== null;
  const list = [
    ...(isBroken ? [groupTable(result, language)] : []),
    cohortTable(result, language, isBroken),
    overallTable(result, language, isBroken),
    comparisonTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function groupTable({ rule, groups }: RetentionResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'groups',
    title: words.cohortTable.groups,
    columns: [
      { key: 'group', title: words.cohortTable.group, format: 'text' },
      ...cellColumns(rule, language),
    ],
    rows: groups.map((group, g) => ({
      group: group.name,
      ...overallCells(group, g, rule, language),
    })),
  };
}

function cohortTable(
  { rule, groups }: RetentionResult,
  language: Language,
  isBroken: boolean,
): Table {
  const own = language.words.cohortTable;
  const cohort: TableColumn = { key: 'cohort', title: own.cohort, format: 'text' };
  const group: TableColumn = { key: 'group', title: own.group, format: 'text' };
  const rows = groups.flatMap((each, g): TableRow[] => [
    ...(isBroken
      ? []
      : [{ cohort: own.allCohorts, group: null, ...overallCells(each, g, rule, language) }]),
    ...each.rows.map((row) => ({
      cohort: row.cohort,
      group: each.name,
      started: row.users,
      ...cells(row.cells, ['groups', each.name ?? g, 'rows', row.cohort, 'cells'], rule, null),
    })),
  ]);
  return {
    name: 'cohorts',
    title: own.heat,
    columns: [cohort, ...(isBroken ? [group] : []), ...cellColumns(rule, language)],
    rows,
  };
}

/** The number of users, and one column for each period. */
function cellColumns(rule: Rule, { words }: Language): TableColumn[] {
  const own = words.cohortTable;
  const field = rule.sum === undefined ? 'rate' : 'value';
  return [
    { key: 'started', title: own.started, format: 'count', path: '' },
    ...rule.columns.map((label, i) => ({
      key: `k${i}`,
      title: own.periodNumber(rule.period, rule.mode, label),
      format: formatOf(rule),
      caption: `k${i}Range`,
      path: `[${i}].${field}`,
    })),
  ];
}

function overallCells({ name, users, overall }: Group, g: number, rule: Rule, language: Language) {
  return {
    started: users,
    ...cells(overall, ['groups', name ?? g, 'overall'], rule, language),
  };
}

/** The cells of a row under flat keys; with a language their intervals are written out. */
function cells(list: readonly Cell[], path: Path, rule: Rule, language: Language | null): TableRow {
  const entries = list.flatMap((cell, i) => [
    [`k${i}`, cellValue(cell)] as const,
    [`k${i}Users`, cell.users] as const,
    [`k${i}Of`, cell.of] as const,
    [`k${i}Low`, cell.low] as const,
    [`k${i}High`, cell.high] as const,
    [`k${i}Range`, (language && cellRange(cell, rule, language)) || null] as const,
  ]);
  return { path: formatPath(path), unit: rule.unit ?? null, ...Object.fromEntries(entries) };
}

function formatOf({ sum, unit }: Rule): Format {
  if (sum === undefined) return 'rate';
  return unit ? 'money' : 'number';
}

/** One line for each period of each group, with the band of the whole curve. */
function overallTable(
  { rule, groups }: RetentionResult,
  language: Language,
  isBroken: boolean,
): Table {
  const { words } = language;
  const own = words.cohortTable;
  const field = rule.sum === undefined ? 'rate' : 'value';
  const format = formatOf(rule);
  return {
    name: 'overall',
    title: own.curve,
    columns: [
      ...(isBroken ? [{ key: 'group', title: own.group, format: 'text' } as const] : []),
      { key: 'offset', title: own.offset, format: 'text' },
      { key: 'users', title: own.returned, format: 'count', path: '' },
      { key: 'of', title: own.could, format: 'count', path: 'of' },
      { key: 'value', title: words.share, format, caption: 'range', path: field },
      { key: 'band', title: own.wholeCurve, format: 'text' },
    ],
    rows: groups.flatMap(({ name, overall }, g) =>
      overall.map((cell, i) => ({
        path: formatPath(['groups', name ?? g, 'overall', i]),
        group: name,
        offset: rule.columns[i]!,
        users: cell.users,
        of: cell.of,
        unit: rule.unit ?? null,
        value: cellValue(cell),
        low: cell.low,
        high: cell.high,
        range: cellRange(cell, rule, language),
        bandLow: cell.bandLow,
        bandHigh: cell.bandHigh,
        band: cellRange({ ...cell, low: cell.bandLow, high: cell.bandHigh }, rule, language),
      })),
    ),
  };
}

function comparisonTable(
  { rule, groups, comparisons }: RetentionResult,
  language: Language,
): Table {
  const { words, numbers } = language;
  const own = words.cohortTable;
  const labels = new Map(groups[0]!.overall.map(({ offset }, i) => [offset, rule.columns[i]!]));
  const isRate = rule.sum === undefined;
  const range = (low: number | null, high: number | null): string | null => {
    if (low === null || high === null) return null;
    if (isRate) return words.fromTo(numbers.num(100 * low, 2), numbers.num(100 * high, 2));
    const write = (value: number) =>
      rule.unit ? numbers.money(value, rule.unit) : numbers.num(value);
    return words.fromTo(write(low), write(high));
  };
  const change: Format = isRate ? 'points' : rule.unit ? 'money-change' : 'signed';
  return {
    name: 'comparisons',
    title: own.comparison(rule.control ?? ''),
    columns: [
      { key: 'group', title: own.group, format: 'text' },
      { key: 'offset', title: own.offset, format: 'text' },
      {
        key: 'difference',
        title: words.difference,
        format: change,
        caption: 'range',
        path: 'difference',
      },
      { key: 'pAdjusted', title: words.p, format: 'p', path: 'p' },
      { key: 'band', title: own.wholeCurve, format: 'text' },
    ],
    rows: comparisons.map((each, i) => ({
      path: formatPath(['comparisons', i]),
      group: each.group,
      offset: labels.get(each.offset)!,
      unit: rule.unit ?? null,
      difference: each.difference.estimate,
      low: each.difference.low,
      high: each.difference.high,
      range: range(each.difference.low, each.difference.high),
      statistic: each.statistic,
      p: each.p,
      pAdjusted: each.pAdjusted,
      level: each.level,
      band: range(each.band.low, each.band.high),
      bandLow: each.band.low,
      bandHigh: each.band.high,
    })),
  };
}
