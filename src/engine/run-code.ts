import * as aq from 'arquero';
import type { Json } from '../base/json';
import { isObject } from '../base/json';
import { timeZone } from '../base/time-zone';
import { tableOf } from '../data/arquero-table';
import type { ColumnValues } from '../data/dataset';
import { madeColumn } from '../data/made-column';
import type { CodeAnswer, CodePlace, CodeRequest, MadeColumn } from './code';

/** What stacks call the code, so that its lines can be told from ours. */
const NAME = 'liftbook-cell.js';

const DAY = 86_400_000;

type Kinds = ReadonlyMap<string, ColumnValues['kind']>;

/**
 * Runs the code of a cell; its value is that of its last expression. Cells it names are variables:
 * tables of Arquero and plain values, which verbs see as `$` too. Runs whatever the code says, so
 * only where that can do no harm.
 */
export function runCode(request: CodeRequest): CodeAnswer {
  Error.stackTraceLimit = 100;
  addCalendar(request);
  try {
    return answerOf(evaluated(request), kindsIn(request));
  } catch (error) {
    return { type: 'threw', message: messageOf(error), ...placeOf(error) };
  }
}

/** The completion value of the code: its last expression, as in a console. */
function evaluated({ code, tables, values }: CodeRequest): unknown {
  const names = new Map<string, unknown>(Object.entries(values));
  for (const [name, { columns }] of Object.entries(tables)) {
    names.set(name, tableOf({ columns }).params(values));
  }
  names.set('aq', aq);
  names.set('op', aq.op);
  const body = '"use strict"; return eval(arguments[arguments.length - 1]);';
  const run = new Function(...names.keys(), body) as (...given: readonly unknown[]) => unknown;
  return run(...names.values(), `${code}\n//# sourceURL=${NAME}`);
}

/**
 * Days, weeks and months of an instant on the notebook's own clock, as `2026-03-01`, `2026-02-23`
 * (its first day) and `2026-03`: what JavaScript's dates, which know the reader's machine and UTC
 * only, cannot give.
 */
function addCalendar({ timezone, weekStart }: CodeRequest): void {
  const zone = timeZone(timezone);
  const firstDay = weekStart === 'monday' ? 1 : 0;
  const wallDay = (ms: number): number => Math.floor((ms + zone.offset(ms)) / DAY);
  const written = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
  const ofTime = (give: (day: number) => string) => (ms: unknown) => {
    const instant = Number(ms);
    return ms === null || !Number.isFinite(instant) ? null : give(wallDay(instant));
  };
  const weekday = (day: number): number => (((day + 4 - firstDay) % 7) + 7) % 7;
  const options = { override: true };
  aq.addFunction('local_day', ofTime(written), options);
  aq.addFunction(
    'local_week',
    ofTime((day) => written(day - weekday(day))),
    options,
  );
  aq.addFunction(
    'local_month',
    ofTime((day) => written(day).slice(0, 7)),
    options,
  );
}

/** What the columns are that the code reads: one of that name in the result may be the same. */
function kindsIn({ tables }: CodeRequest): Kinds {
  const columns = Object.values(tables).flatMap((table) => table.columns);
  return new Map(columns.map(({ name, kind }) => [name, kind]));
}

function answerOf(value: unknown, kinds: Kinds): CodeAnswer {
  if (value === undefined) return { type: 'nothing' };
  if (value instanceof aq.ColumnTable) return tableAnswer(value, kinds);
  if (isListOfRecords(value)) return tableAnswer(tableOfRecords(value), kinds);
  const found = typeof value;
  if (found === 'function' || found === 'symbol') return { type: 'odd', found };
  return { type: 'value', json: JSON.stringify(plain(value)) };
}

function tableAnswer(table: aq.ColumnTable, kinds: Kinds): CodeAnswer {
  const order = table.indices();
  const columns = table.columnNames().map((name): MadeColumn => {
    const from = table.column(name)!;
    const values = Array.from(order, (row) => from.at(row) as unknown);
    return { name, ...madeColumn(name, values, kinds) };
  });
  return { type: 'table', rows: order.length, columns };
}

type Record = Readonly<{ [key: string]: unknown }>;

/** Lists of flat objects are tables written by hand. */
function isListOfRecords(value: unknown): value is readonly Record[] {
  const isFlat = (each: unknown): boolean =>
    isObject(each) && !(each instanceof Date) && Object.values(each).every(isScalar);
  return Array.isArray(value) && value.length > 0 && value.every(isFlat);
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object' || value instanceof Date;
}

function tableOfRecords(records: readonly Record[]): aq.ColumnTable {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const columns = names.map((name) => [name, records.map((record) => record[name])] as const);
  return new aq.ColumnTable(Object.fromEntries(columns), names);
}

/** Plain JSON: numbers that are none become null, times ISO 8601, tables inside lists of records. */
function plain(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (value instanceof aq.ColumnTable) return plain(value.objects());
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (value instanceof Set || ArrayBuffer.isView(value)) {
    return plain(Array.from(value as Iterable<unknown>));
  }
  if (Array.isArray(value)) return value.map(plain);
  switch (typeof value) {
    case 'bigint':
      return Number(value);
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
    default:
      return null;
  }
}

/** Code may throw what cannot even be turned into text. */
function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.message) : String(error);
  } catch {
    return typeof error;
  }
}

/** The innermost line of the cell itself on the stack. */
function placeOf(error: unknown): CodePlace {
  const [, line, column] = /liftbook-cell\.js:(\d+):(\d+)/.exec(stackOf(error)) ?? [];
  return { line: line ? Number(line) : null, column: column ? Number(column) : null };
}

function stackOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.stack) : '';
  } catch {
    return '';
  }
}
