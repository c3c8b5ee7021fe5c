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
  /** The last date read, as a decimal number, and its midnight: the next one is mostly the same. */
  date: number;
  midnight: number;
}

export function timeReading(instant: (wall: number) => number): TimeReading {
  return { instant, shape: 0, date: -1, midnight: NaN };
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const COLON = 0x3a;
const SPACE = 0x20;

/**
 * Writes the ISO 8601 time spelled from `from` to `values[at]` as epoch milliseconds and gives the
 * offset after its last byte, or −1: `2026-03-02`, `2026-03-02T09:00`,
 * `2026-03-02 09:00:00.123456`, each time of day with `Z`, ` UTC`, `+01:00`, `+0100` or `+01` or without;
 * `/` for `-` will do. A day that the calendar does not have is no time. Reads no byte at or after
 * `to`.
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
  if ((mark !== HYPHEN && mark !== SLASH) || bytes[from + 7] !== mark) return -1;
  const century = twoDigits(bytes, from);
  const year = twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5);
  const day = twoDigits(bytes, from + 8);
  if (century < 0 || year < 0 || month < 0 || day < 0) return -1;
  const date = ((century * 100 + year) * 100 + month) * 100 + day;
  if (date !== reading.date) {
    if (!isDay(century * 100 + year, month, day)) return -1;
    reading.date = date;
    reading.midnight = daysFromCivil(century * 100 + year, month, day) * DAY;
  }

  let i = from + 10;
  const separator = i < to ? bytes[i]! : 0;
  const timed = (separator | 0x20) === 0x74 || separator === SPACE;
  if (!timed || i + 6 > to || bytes[i + 3] !== COLON) {
    reading.shape = DATE;
    values[at] = reading.instant(reading.midnight);
    return i;
  }
  const hour = twoDigits(bytes, i + 1);
  const minute = twoDigits(bytes, i + 4);
  let second = 0;
  let fraction = 0;
  i += 6;
  if (i + 3 <= to && bytes[i] === COLON) {
    second = twoDigits(bytes, i + 1);
    i += 3;
    if (i < to && (bytes[i] === 0x2e || bytes[i] === 0x2c)) {
      let micros = 0;
      let unit = 100_000;
      for (++i; i < to && (bytes[i]! - 0x30) >>> 0 <= 9; ++i) {
        micros += (bytes[i]! - 0x30) * unit;
        unit = (unit / 10) | 0;
      }
      fraction = micros / 1000;
    }
  }
  if (hour < 0 || minute < 0 || second < 0 || minute > 59 || second > 60) return -1;
  const time = hour * HOUR + minute * MINUTE + second * 1000 + fraction;
  if (hour > 23 && time !== DAY) return -1;
  return readZone(bytes, i, to, values, at, reading.midnight + time, reading);
}

/** Days from 1970-01-01 in the Gregorian calendar, for any year from 0. */
export function daysFromCivil(year: number, month: number, day: number): number {
  // Counted from March, leap days come last in the year.
  const y = month <= 2 ? year - 1 : year;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + dayOfYear - 719_468;
}

export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > MONTH_DAYS[month - 1]!) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** The last step: the zone after the time of day, if any, and the instant. */
function readZone(
  bytes: Uint8Array,
  from: number,
  to: number,
  values: Float64Array,
  at: number,
  wall: number,
  reading: TimeReading,
): number {
  const byte = from < to ? bytes[from]! : 0;
  reading.shape = ZONED;
  values[at] = wall;
  if ((byte | 0x20) === 0x7a) return from + 1;
  if (byte === SPACE && isUtc(bytes, from + 1, to)) return from + 4;
  if ((byte === 0x2b || byte === HYPHEN) && from + 3 <= to) {
    let i = from + 3;
    const hours = twoDigits(bytes, from + 1);
    if (i < to && bytes[i] === COLON) ++i;
    const minutes = i + 2 <= to ? twoDigits(bytes, i) : -1;
    if (minutes >= 0) i += 2;
    if (hours < 0 || hours > 23 || minutes > 59) return -1;
    const offset = hours * HOUR + Math.max(minutes, 0) * MINUTE;
    values[at] = byte === HYPHEN ? wall + offset : wall - offset;
    return i;
  }
  reading.shape = LOCAL;
  values[at] = reading.instant(wall);
  return from;
}

function isUtc(bytes: Uint8Array, from: number, to: number): boolean {
  return (
    from + 3 <= to && bytes[from] === 0x55 && bytes[from + 1] === 0x54 && bytes[from + 2] === 0x43
  );
}

/** −1 unless both are digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30;
  const ones = bytes[at + 1]! - 0x30;
  return tens >>> 0 <= 9 && ones >>> 0 <= 9 ? tens * 10 + ones : -1;
}
