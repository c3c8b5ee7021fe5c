/** Milliseconds of one unit of an epoch time, largest first. */
const UNITS = [1_000, 1, 1e-3];
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

/** Epoch milliseconds of nanoseconds, which are too many for a number: 19 digits; else NaN. */
export function fromNanoseconds(text: string): number {
  if (!/^\d{19}$/.test(text)) return NaN;
  const ms = Number(text.slice(0, 13)) + Math.round(Number(text.slice(13)) / 1e3) / 1e3;
  return ms >= YEAR_2000 && ms < YEAR_2100 ? ms : NaN;
}

function isOfUnit(value: number, unit: number): boolean {
  return value * unit >= YEAR_2000 && value * unit < YEAR_2100;
}
