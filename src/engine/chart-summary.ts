import { type Json, type JsonObject, isObject } from '../base/json';
import { timeZone } from '../base/time-zone';
import { type Column, type Dataset, column as columnOf } from '../data/dataset';

/** A chart with fewer rows that is drawn the same. */
export interface ChartSummary {
  readonly spec: JsonObject;
  readonly rows: readonly JsonObject[];
}

/** What of a group is shown. */
interface Measure {
  /** Field of the summary. */
  readonly key: string;
  readonly op: Op;
  /** Null for a count of rows. */
  readonly column: Column | null;
}

/** What tells the groups apart. */
interface Group {
  readonly field: string;
  /** By row, a number for each value. */
  readonly codes: Int32Array;
  readonly values: readonly Json[];
}

const OPS = ['count', 'sum', 'mean', 'average', 'min', 'max', 'distinct'] as const;
type Op = (typeof OPS)[number];

/** How much of a wall time, as text, each unit keeps. */
const TIME_UNITS: Readonly<Record<string, readonly [kept: number, rest: string]>> = {
  year: [4, '-01-01T00:00:00'],
  yearmonth: [7, '-01T00:00:00'],
  yearmonthdate: [10, 'T00:00:00'],
  yearmonthdatehours: [13, ':00:00'],
};

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
  const groups = new Map<string, Group>();
  const measures = new Map<string, Measure>();
  const channels: [string, Json][] = [];
  for (const [name, channel] of Object.entries(encoding)) {
    const definitions = Array.isArray(channel) ? (channel as readonly Json[]) : [channel];
    const read = definitions.map((each) => readChannel(each, dataset, timezone, groups, measures));
    if (read.includes(null)) return null;
    channels.push([name, Array.isArray(channel) ? (read as Json[]) : read[0]!]);
  }
  if (measures.size === 0) return null;
  const rows = summary([...groups.values()], [...measures.values()], dataset.rows);
  return { spec: { ...spec, encoding: Object.fromEntries(channels) }, rows };
}

/** A channel as it reads the summary; null when it needs rows. */
function readChannel(
  channel: Json,
  dataset: Dataset,
  timezone: string,
  groups: Map<string, Group>,
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
  const group = groupOf(column, unit, timezone);
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

function groupOf(column: Column, unit: string | null, timezone: string): Group {
  const field = column.name;
  if (column.kind === 'text') {
    // Missing is a value too, the last one.
    const { values, codes } = column;
    const shifted = codes.map((code) => (code < 0 ? values.length : code));
    return { field, codes: shifted, values: [...values, null] };
  }
  const read = column.kind === 'time' ? wallTime(unit, timezone) : (value: number): Json => value;
  const isFlag = column.kind === 'flag';
  const known = new Map<Json, number>();
  const codes = new Int32Array(column.values.length);
  for (let row = 0; row < codes.length; ++row) {
    const cell = column.values[row]!;
    const isMissing = Number.isNaN(cell) || (isFlag && cell < 0);
    const value = isMissing ? null : isFlag ? cell === 1 : read(cell);
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = known.size));
    codes[row] = code;
  }
  return { field, codes, values: [...known.keys()] };
}

/** An instant as the clock of the zone shows it, no finer than `unit`. */
function wallTime(unit: string | null, timezone: string): (ms: number) => Json {
  const zone = timeZone(timezone);
  const [kept, rest] = TIME_UNITS[unit ?? ''] ?? [23, ''];
  return (ms) => new Date(ms + zone.offset(ms)).toISOString().slice(0, kept) + rest;
}

function summary(
  groups: readonly Group[],
  measures: readonly Measure[],
  rows: number,
): readonly JsonObject[] {
  const { groupOfRow, firstRows } = grouped(groups, rows);
  const figures = measures.map((measure) => ({
    key: measure.key,
    values: measured(measure, groupOfRow, firstRows.length),
  }));
  return firstRows.map((row, at) =>
    Object.fromEntries([
      ...groups.map(({ field, codes, values }) => [field, values[codes[row]!]!] as const),
      ...figures.map(({ key, values }) => [key, values[at]!] as const),
    ]),
  );
}

/** The group of each row, in the order in which groups appear, and the first row of each. */
function grouped(
  groups: readonly Group[],
  rows: number,
): { readonly groupOfRow: Int32Array; readonly firstRows: readonly number[] } {
  const known = new Map<string | number, number>();
  const groupOfRow = new Int32Array(rows);
  const firstRows: number[] = [];
  const sizes = groups.map(({ values }) => values.length + 1);
  const fits = sizes.reduce((product, size) => product * size, 1) < Number.MAX_SAFE_INTEGER;
  for (let row = 0; row < rows; ++row) {
    const key = fits
      ? groups.reduce((code, group, at) => code * sizes[at]! + group.codes[row]!, 0)
      : groups.map(({ codes }) => codes[row]).join(' ');
    let group = known.get(key);
    if (group === undefined) {
      known.set(key, (group = firstRows.length));
      firstRows.push(row);
    }
    groupOfRow[row] = group;
  }
  return { groupOfRow, firstRows };
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
