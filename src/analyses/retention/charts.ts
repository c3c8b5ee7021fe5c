import { type StepPoint, bandCurves } from '../../charts/band-curves';
import { type HeatCell, heatMap } from '../../charts/heat-map';
import { type Interval, intervals } from '../../charts/intervals';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { cellText, cellRange } from './cell-text';
import { cellValue } from './cell-value';
import { FEW_USERS } from './notes';
import type { Cell, RetentionResult, Row } from './result';

/** More than this no page can show: the latest cohorts and the first periods are drawn. */
const MOST_ROWS = 60;
const MOST_COLUMNS = 60;

/** The cohorts, or the groups, as a heat map; the curves; and the differences to the control. */
export function charts(result: RetentionResult, language: Language): Chart[] {
  const list = [heat(result, language), curves(result, language), differences(result, language)];
  return list.filter((chart) => chart !== null);
}

function heat(result: RetentionResult, language: Language): Chart {
  const { rule, groups } = result;
  const { words, numbers } = language;
  const own = words.cohortTable;
  const rows: readonly Row[] =
    groups.length === 1
      ? [
          { cohort: own.allCohorts, users: groups[0]!.users, cells: groups[0]!.overall },
          ...groups[0]!.rows.slice(-MOST_ROWS),
        ]
      : groups.map(({ name, users, overall }) => ({ cohort: name!, users, cells: overall }));
  const values = rows.flatMap(({ cells }) => cells.slice(startColumns(result))).flatMap(known);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const columns = [own.started, ...rule.columns.slice(0, MOST_COLUMNS)];
  const cells = rows.flatMap((row) => heatRow(row, { result, most, columns }, language));
  const write = (value: number): string => cellText(value, rule, numbers);
  const description =
    values.length === 0
      ? own.unknown
      : own.heatDescription(
          numbers.int(rows.length),
          numbers.int(rule.columns.length),
          write(least),
          write(most),
        );
  const title = groups.length === 1 ? own.heat : own.groups;
  return {
    name: 'cohorts',
    title,
    description,
    spec: heatMap(cells, {
      across: own.periodsAfter(rule.period),
      down: groups.length === 1 ? own.cohort : own.group,
      rows: rows.map(({ cohort }) => cohort),
      columns,
      description,
    }),
  };
}

interface HeatSetting {
  readonly result: RetentionResult;
  /** The value of the strongest tint. */
  readonly most: number;
  readonly columns: readonly string[];
}

function heatRow(
  { cohort, users, cells }: Row,
  { result, most, columns }: HeatSetting,
  { words, numbers }: Language,
): HeatCell[] {
  const { rule } = result;
  const own = words.cohortTable;
  const count = numbers.int(users);
  const plain = { row: cohort, kind: 'plain', tint: 0 } as const;
  const first: HeatCell = { ...plain, column: columns[0]!, text: count, detail: '' };
  return [
    first,
    ...cells.slice(0, MOST_COLUMNS).map((cell, i): HeatCell => {
      const column = columns[i + 1]!;
      const value = cellValue(cell);
      if (value === null) {
        const detail = cell.mature ? '' : own.unknown;
        return { row: cohort, column, kind: 'unknown', tint: 0, text: '', detail };
      }
      const text = cellText(value, rule, numbers);
      const detail = `${words.countOf(numbers.int(cell.users!), numbers.int(cell.of))} · ${cellRange(cell, rule, { words, numbers })}`;
      if (i < startColumns(result)) return { ...plain, column, text, detail };
      const tint = most > 0 ? Math.min(1, Math.max(0, value / most)) : 0;
      const isSmall = cell.of < FEW_USERS;
      return {
        row: cohort,
        column,
        kind: 'tinted',
        tint,
        text: isSmall ? `(${text})` : text,
        detail,
      };
    }),
  ];
}

/** How many columns are 1 by definition. */
export function startColumns({ rule }: RetentionResult): number {
  return rule.sum === undefined && rule.mode !== 'brackets' ? 1 : 0;
}

function known(cell: Cell): number[] {
  const value = cellValue(cell);
  return value === null ? [] : [value];
}

function curves(result: RetentionResult, language: Language): Chart | null {
  const { rule, groups } = result;
  const { words, numbers } = language;
  const own = words.cohortTable;
  const nameOf = (name: string | null): string => name ?? own.allCohorts;
  const points = groups.flatMap(({ name, overall }) =>
    overall.flatMap((cell, i): StepPoint[] => {
      const value = cellValue(cell);
      if (value === null || i < startColumns(result)) return [];
      const [low, high] = [cell.bandLow ?? value, cell.bandHigh ?? value];
      return [{ step: rule.columns[i]!, series: nameOf(name), value, low, high }];
    }),
  );
  // One column is no curve; the heat map has it.
  if (new Set(points.map(({ step }) => step)).size < 2) return null;
  const series = groups.map(({ name }) => nameOf(name));
  const write = (value: number): string => cellText(value, rule, numbers);
  const description = described(points, series, write, language);
  return {
    name: 'curve',
    title: own.curve,
    description,
    spec: bandCurves(
      points,
      {
        across: own.periodsAfter(rule.period),
        axis: rule.sum === undefined ? own.shareBack : own.sumPerUser(rule.sum),
        steps: rule.columns.slice(startColumns(result)),
        series,
        hasZero: false,
        description,
      },
      rule.sum === undefined ? '.0%' : '~s',
    ),
  };
}

function differences(result: RetentionResult, language: Language): Chart | null {
  const { rule, groups, comparisons } = result;
  const { words, numbers } = language;
  const own = words.cohortTable;
  const labels = new Map(groups[0]!.overall.map(({ offset }, i) => [offset, rule.columns[i]!]));
  const points = comparisons.flatMap(({ group, offset, difference, band }): StepPoint[] => {
    if (difference.estimate === null || band.low === null || band.high === null) return [];
    const { low, high } = band;
    return [{ step: labels.get(offset)!, series: group, value: difference.estimate, low, high }];
  });
  if (points.length === 0) return null;
  const write = (value: number): string =>
    rule.sum === undefined ? numbers.pp(value, 1) : numbers.signed(value);
  const series = groups.flatMap(({ name }) => (name === rule.control ? [] : [name!]));
  const description = described(points, series, write, language);
  const axis = own.curveDifference(rule.control!);
  const steps = rule.columns.slice(startColumns(result));
  const format = rule.sum === undefined ? '+.1%' : '+~s';
  const across = own.periodsAfter(rule.period);
  return {
    name: 'difference',
    title: axis,
    description,
    spec:
      steps.length === 1
        ? intervals(
            points.map((point) => forestRow(point, language)),
            { axis, description },
            format,
          )
        : bandCurves(points, { across, axis, steps, series, hasZero: true, description }, format),
  };
}

/** A difference at the only offset there is. */
function forestRow({ series, value, low, high }: StepPoint, { words }: Language): Interval {
  const { more, fewer } = words.cohortTable;
  const state = low > 0 ? more : high < 0 ? fewer : words.unclear;
  return { label: series, value, low, high, state };
}

/** Every series with its values, in words. */
function described(
  points: readonly StepPoint[],
  series: readonly string[],
  write: (value: number) => string,
  { words, numbers }: Language,
): string {
  return series
    .map((name) => {
      const parts = points
        .filter((point) => point.series === name)
        .map(({ step, value }) => words.cohortTable.atPeriod(step, write(value)));
      return words.cohortTable.curveDescription(name, numbers.list(parts));
    })
    .join(' ');
}
