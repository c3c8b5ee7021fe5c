import { daysFromCivil, isDay } from './time-bytes';

/** Milliseconds of one unit of an epoch time, largest first. */
const UNITS = [1_000, 1, 1e-3];
const DAY = 86_400_000;
const YEAR_2000 = 946_684_800_000;
const YEAR_2100 = 4_102_444_800_000;

const NAMED_LIKE_A_TIME =
  /(?:^|[^a-z])(?:ts|time|date|datetime|at)(?:[^a-z]|$)|timestamp|epoch|[a-z](?:Time|Date|At|Ts)$/i;

/**
 * Whether a name says that numbers may be times. `createdAt` and `event_time` do; what the numbers
 * are decides.
 */
export function isNamedLikeATime(name: string): boolean {
  return NAMED_LIKE_A_TIME.test(name);
}

/**
 * Milliseconds of a unit when all numbers are times between 2000 and 2100 counted from 1970 in
 * seconds, milliseconds or microseconds; null when they are not. The ranges do not overlap.
 */
export function epochUnit(values: Float64Array): number | null {
  const first = values.find((value) => !Number.isNaN(value));
  const unit = UNITS.find((unit) => isOfUnit(first ?? 0, unit));
  if (unit === undefined) return null;
  return values.every((value) => Number.isNaN(value) || isOfUnit(value, unit)) ? unit : null;
}

/**
 * The days that numbers such as 19970321 spell, as epoch milliseconds of their midnight on the wall
 * clock; null when one of them is no day of the years 1900 to 2100.
 */
export function spelledDays(values: Float64Array): Float64Array | null {
  const days = new Float64Array(values.length).fill(NaN);
  let found = false;
  for (let row = 0; row < values.length; ++row) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    const year = Math.floor(value / 10_000);
    const month = Math.floor(value / 100) % 100;
    const day = value % 100;
    if (!(year >= 1900 && year <= 2100) || !isDay(year, month, day)) return null;
    days[row] = daysFromCivil(year, month, day) * DAY;
    found = true;
  }
  return found ? days : null;
}

/** Epoch milliseconds of nanoseconds, which are too many for a number: 19 digits; else NaN. */
export function fromNanoseconds(text: string): number {
  if (!/^\d{19}$/.test(text)) return NaN;
  const ms = Number(text.slice(0, 13)) + Math.round(Number(text.slice(13)) / 1e3) / 1e3;
  return ms >= YEAR_2000 && ms < YEAR_2100 ? ms : NaN;
}

function isOfUnit(value: number, unit: number): boolean {
  return value * unit >= YEAR_2000 && value * unit < YEAR_2100;
}
