import type { Format, TableColumn } from '../analyses/analysis';
import type { Numbers } from '../locale/numbers';

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** The format of `column` in `row`: its own, or the one the row names. */
export function formatOf(column: TableColumn, row: Row): Format {
  if (typeof column.format === 'string') return column.format;
  return (row[column.format.by] as Format | null | undefined) ?? 'text';
}

/** What the money of `row` is in. */
export function unitOf({ unit }: Row): string | null {
  return typeof unit === 'string' ? unit : null;
}

/**
 * A value as its format writes it; `–` when there is none. Instants are ISO 8601 or epoch ms and
 * shown as the day in `zone`; money is in `unit`, which `unitOf` reads from its row.
 */
export function cellText(
  value: Value | undefined,
  format: Format,
  numbers: Numbers,
  { unit = null, zone = 'UTC' }: { readonly unit?: string | null; readonly zone?: string } = {},
): string {
  if (value === null || value === undefined || value === '') return '–';
  if (format === 'date') return dateText(value, numbers, zone);
  if (typeof value !== 'number') return String(value);
  if (format === 'text') return String(value);
  if (format === 'money') return numbers.money(value, unit);
  if (format === 'money-change') return numbers.moneyChange(value, unit);
  return WRITERS[format](value, numbers);
}

type Writer = (value: number, numbers: Numbers) => string;

const WRITERS: Readonly<
  Record<Exclude<Format, 'text' | 'money' | 'money-change' | 'date'>, Writer>
> = {
  count: (value, n) => n.int(value),
  number: (value, n) => n.num(value),
  rate: (value, n) => n.pct(value, Math.abs(value) < 0.001 && value !== 0 ? 4 : 2),
  points: (value, n) => n.pp(value, 3),
  lift: (value, n) => n.lift(value),
  signed: (value, n) => n.signed(value),
  p: (value, n) => n.p(value),
  duration: (value, n) => n.duration(value),
};

/** A day without a time is that day everywhere. */
function dateText(value: Value, numbers: Numbers, zone: string): string {
  if (typeof value === 'number') return numbers.date(value, zone);
  const [, time] = /^\d{4}-\d\d-\d\d(T.*)?$/.exec(String(value)) ?? [null, null];
  const ms = time === null ? NaN : Date.parse(String(value));
  return Number.isNaN(ms) ? String(value) : numbers.date(ms, time === undefined ? 'UTC' : zone);
}
