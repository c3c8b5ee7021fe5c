import { daysFromCivil } from './time-bytes';

/** A wall time as epoch milliseconds it would have in UTC. */
export interface LocalDate {
  readonly wall: number;
  readonly dateOnly: boolean;
}

const SHAPE =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?[ T](\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:\s*([AP])\.?M\.?)?)?$/i;
const DAY = 86_400_000;

/** The time of a text such as `3/4/2026` or `03.04.2026 14:05`, its day or its month first; null when it is none. */
export function localDate(text: string, order: 'dmy' | 'mdy'): LocalDate | null {
  const match = SHAPE.exec(text.trim());
  if (!match) return null;
  const [, first, , second, year, hour, minute, seconds, half] = match;
  const day = Number(order === 'dmy' ? first : second);
  const month = Number(order === 'dmy' ? second : first);
  const midnight = daysFromCivil(Number(year), month, day) * DAY;
  const date = new Date(midnight);
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return null;
  if (hour === undefined) return { wall: midnight, dateOnly: true };
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(seconds ?? 0) >= 61) return null;
  const wall = midnight + hours * 3_600_000 + Number(minute) * 60_000 + Math.round(Number(seconds ?? 0) * 1e6) / 1e3; // prettier-ignore
  return { wall, dateOnly: false };
}
