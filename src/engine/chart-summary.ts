import { type Json, type JsonObject, isObject } from '../base/json';
import { type Column, type Dataset, column as columnOf } from '../data/dataset';
import { type Division, type RowGroups, TIME_UNITS, divisionBy, rowGroups } from './row-groups';

/** A chart with fewer rows that is drawn the same. */
export interface ChartSummary {
  readonly spec: JsonObject;
  readonly rows: readonly JsonObject[];
  /** The rows of the table behind each of its rows. */
  readonly groups: RowGroups;
  /** A least or a greatest value is shown: that of one row. */
  readonly hasExtreme: boolean;
}

/** What of a group is shown. */
interface Measure {
  /** Field of the summary. */
  readonly key: string;
  readonly op: Op;
  /** Null for a count of rows. */
  readonly column: Column | null;
}

const OPS = ['count', 'sum', 'mean', 'average', 'min', 'max', 'distinct'] as const;
type Op = (typeof OPS)[number];

/** What makes rows mean something that a summary would lose. */
const NEEDS_ROWS = [
  ...['layer', 'concat', 'hconcat', 'vconcat', 'repeat', 'facet', 'spec', 'transform', 'params'],
];

/**
 * A chart of one view that groups and counts, with its groups in place of the rows: Vega-Lite's own
 * aggregation, done where the rows are. Null when the chart needs the rows themselves.
 */
export function chartSummary(
  spec: JsonObject,
  dataset: Dataset,
  timezone: string,
): ChartSummary | null {
  const encoding = spec['encoding'];
  if (NEEDS_ROWS.some((key) => key in spec) || !isObject(encoding)) return null;
  const groups = new Map<string, Division>();
  const measures = new Map<string, Measure>();
  const channels: [string, Json][] = [];
  for (const [name, channel] of Object.entries(encoding)) {
    const definitions = Array.isArray(channel) ? (channel as readonly Json[]) : [channel];
    const read = definitions.map((each) => readChannel(each, dataset, timezone, groups, measures));
    if (read.includes(null)) return null;
    channels.push([name, Array.isArray(channel) ? (read as Json[]) : read[0]!]);
  }
  if (measures.size === 0) return null;
  const divisions = [...groups.values()];
  const found = rowGroups(divisions, dataset.rows);
  const rows = summary(divisions, found, [...measures.values()]);
  const hasExtreme = [...measures.values()].some(({ op }) => op === 'min' || op === 'max');
  const drawn = { ...spec, encoding: Object.fromEntries(channels) };
  return { spec: drawn, rows, groups: found, hasExtreme };
}

/** A channel as it reads the summary; null when it needs rows. */
function readChannel(
  channel: Json,
  dataset: Dataset,
  timezone: string,
  groups: Map<string, Division>,
  measures: Map<string, Measure>,
): Json {
  if (!isObject(channel)) return null;
  const { field, aggregate, timeUnit, bin, sort, condition, impute, ...rest } = channel;
  if (isObject(sort) || bin !== undefined || condition !== undefined || impute !== undefined) {
    return null;
  }
  const sorted = sort === undefined ? {} : { sort };
  if (field === undefined && aggregate === undefined) return channel;
  if (aggregate !== undefined) {
    const op = OPS.find((each) => each === aggregate);
    const column = op === 'count' ? null : named(dataset, field);
    if (op === undefined || column === undefined || !suits(op, column)) return null;
    const key = column === null ? 'count of rows' : `${op} of ${column.name}`;
    measures.set(key, { key, op, column });
    const title = column === null ? 'Count of Records' : `${capital(op)} of ${column.name}`;
    return { title, type: 'quantitative', ...rest, ...sorted, field: key };
  }
  const column = named(dataset, field);
  const unit = timeUnit === undefined ? null : String(timeUnit);
  if (!column || (unit !== null && (!TIME_UNITS[unit] || column.kind !== 'time'))) return null;
  const known = groups.get(column.name);
  const group = divisionBy(column, unit, timezone);
  if (known && known.values.length !== group.values.length) return null;
  groups.set(column.name, group);
  return channel;
}

/** Only numbers are added and compared. */
function suits(op: Op, column: Column | null): boolean {
  return op === 'count' || op === 'distinct' || column?.kind === 'number';
}

function named(dataset: Dataset, field: Json | undefined): Column | undefined {
  return typeof field === 'string' ? columnOf(dataset, field.replace(/\\(.)/g, '$1')) : undefined;
}

function summary(
  divisions: readonly Division[],
  { groupOfRow, firstRows }: RowGroups,
  measures: readonly Measure[],
): readonly JsonObject[] {
  const figures = measures.map((measure) => ({
    key: measure.key,
    values: measured(measure, groupOfRow, firstRows.length),
  }));
  return firstRows.map((row, at) =>
    Object.fromEntries([
      ...divisions.map(({ field, codes, values }) => [field, values[codes[row]!]!] as const),
      ...figures.map(({ key, values }) => [key, values[at]!] as const),
    ]),
  );
}

/** A measure of each group; null where a group has no value. */
function measured(
  { op, column }: Measure,
  groupOfRow: Int32Array,
  groups: number,
): readonly (number | null)[] {
  const counts = new Float64Array(groups);
  const sums = new Float64Array(groups);
  const least = new Float64Array(groups).fill(Infinity);
  const most = new Float64Array(groups).fill(-Infinity);
  const seen = op === 'distinct' ? Array.from({ length: groups }, () => new Set<number>()) : [];
  const cells = column === null ? null : column.kind === 'text' ? column.codes : column.values;
  for (let row = 0; row < groupOfRow.length; ++row) {
    const group = groupOfRow[row]!;
    const cell = cells ? cells[row]! : 0;
    seen[group]?.add(cell);
    const isMissing = Number.isNaN(cell) || (column?.kind === 'flag' && cell < 0);
    if (isMissing) continue;
    ++counts[group]!;
    sums[group]! += cell;
    if (cell < least[group]!) least[group] = cell;
    if (cell > most[group]!) most[group] = cell;
  }
  const orNull = (value: number, at: number): number | null => (counts[at]! > 0 ? value : null);
  switch (op) {
    case 'count':
      return Array.from(counts);
    case 'sum':
      return Array.from(sums);
    case 'mean':
    case 'average':
      return Array.from(sums, (sum, at) => orNull(sum / counts[at]!, at));
    case 'min':
      return Array.from(least, orNull);
    case 'max':
      return Array.from(most, orNull);
    case 'distinct':
      return seen.map(({ size }) => size);
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
