/** The shapes a time may be spelled in, as bits. */
export const DATE = 1;
/** Date and time of day without a zone. */
export const LOCAL = 2;
export const ZONED = 4;

/** What reading times needs to know and has learnt. */
export interface TimeReading {
  /** The instant of a wall time of the file's zone. */
  readonly instant: (wall: number) => number;
  /** Shape of the last time read. */
  shape: number;
}

const DAY = 86_400_000;
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Writes the ISO 8601 time spelled from `from` to `values[at]` as epoch milliseconds and gives the
 * offset after its last byte, or −1: `2026-03-02`, `2026-03-02T09:00`, `2026-03-02 09:00:00.123456`,
 * each time of day with `Z`, ` UTC`, `+01:00`, `+0100` or `+01` or without; `/` for `-` will do. A day
 * that the calendar does not have is no time. Reads no byte at or after `to`.
 */
export function readTime(
  bytes: Uint8Array,
  from: number,
  to: number,
  values: Float64Array,
  at: number,
  reading: TimeReading,
): number {
  if (to - from < 10) return -1;
  const mark = bytes[from + 4]!;
  if ((mark !== 0x2d && mark !== 0x2f) || bytes[from + 7] !== mark) return -1;
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5);
  const day = twoDigits(bytes, from + 8);
  // NaN of a missing digit fails every comparison.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= MONTH_DAYS[month - 1]!)) return -1; // prettier-ignore
  if (month === 2 && day === 29 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return -1; // prettier-ignore
  const midnight = daysFromCivil(year, month, day) * DAY;

  let i = from + 10;
  if (i + 6 > to || ((bytes[i]! | 0x20) !== 0x74 && bytes[i] !== 0x20) || bytes[i + 3] !== 0x3a) {
    reading.shape = DATE;
    values[at] = reading.instant(midnight);
    return i;
  }
  const hour = twoDigits(bytes, i + 1);
  const minute = twoDigits(bytes, i + 4);
  let second = 0;
  i += 6;
  if (i + 3 <= to && bytes[i] === 0x3a) {
    second = twoDigits(bytes, i + 1);
    i += 3;
    if (i < to && (bytes[i] === 0x2e || bytes[i] === 0x2c)) {
      let unit = 1;
      for (++i; i < to && (bytes[i]! - 0x30) >>> 0 <= 9; ++i) {
        unit /= 10;
        second += (bytes[i]! - 0x30) * unit;
      }
    }
  }
  if (!(hour <= 24 && minute <= 59 && second < 61) || (hour === 24 && minute + second > 0))
    return -1;
  const wall = midnight + hour * 3_600_000 + minute * 60_000 + Math.round(second * 1e6) / 1e3;
  return zoned(bytes, i, to, values, at, wall, reading);
}

/** Days from 1970-01-01 in the Gregorian calendar, for any year from 0. */
export function daysFromCivil(year: number, month: number, day: number): number {
  // Counted from March, leap days come last in the year.
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468; // prettier-ignore
}

function zoned(
  bytes: Uint8Array,
  from: number,
  to: number,
  values: Float64Array,
  at: number,
  wall: number,
  reading: TimeReading,
): number {
  let i = from;
  if (i < to) {
    const byte = bytes[i]!;
    if ((byte | 0x20) === 0x7a) {
      reading.shape = ZONED;
      values[at] = wall;
      return i + 1;
    }
    if (byte === 0x20 && isUtc(bytes, i + 1, to)) {
      reading.shape = ZONED;
      values[at] = wall;
      return i + 4;
    }
    if ((byte === 0x2b || byte === 0x2d) && i + 3 <= to) {
      const hours = twoDigits(bytes, i + 1);
      i += 3;
      if (i < to && bytes[i] === 0x3a) ++i;
      const minutes = i + 2 <= to ? twoDigits(bytes, i) : NaN;
      if (!Number.isNaN(minutes)) i += 2;
      const offset = hours * 3_600_000 + (minutes || 0) * 60_000;
      if (!(offset <= DAY)) return -1;
      reading.shape = ZONED;
      values[at] = byte === 0x2b ? wall - offset : wall + offset;
      return i;
    }
  }
  reading.shape = LOCAL;
  values[at] = reading.instant(wall);
  return from;
}

function isUtc(bytes: Uint8Array, from: number, to: number): boolean {
  return from + 3 <= to && bytes[from] === 0x55 && bytes[from + 1] === 0x54 && bytes[from + 2] === 0x43; // prettier-ignore
}

/** NaN unless both are digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30;
  const ones = bytes[at + 1]! - 0x30;
  return tens >>> 0 <= 9 && ones >>> 0 <= 9 ? tens * 10 + ones : NaN;
}
