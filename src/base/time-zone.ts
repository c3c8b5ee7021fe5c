import { Problem } from './problem';

const DAY = 86_400_000;
const QUARTER = 900_000;

/** The clock of one place: what has to be added to UTC there. */
export interface TimeZone {
  readonly name: string;
  /** Local wall time minus UTC at the instant `ms`, in milliseconds. */
  offset(ms: number): number;
  /**
   * The instant of a wall time, written as the epoch milliseconds it would have in UTC. A time
   * inside a spring gap moves forward, inside an autumn overlap it is the first of the two.
   */
  instant(wall: number): number;
}

const zones = new Map<string, TimeZone>();

/**
 * The zone of an IANA name. Offsets are asked of the platform once per UTC day, on days of change
 * once per quarter of an hour.
 *
 * @throws {Problem} `not-a-time-zone`
 */
export function timeZone(name: string): TimeZone {
  let zone = zones.get(name);
  if (zone) return zone;
  zone = zoneOf(name, wallClock(name));
  zones.set(name, zone);
  return zone;
}

function zoneOf(name: string, exact: (ms: number) => number): TimeZone {
  /** By UTC day: the offset of the whole day, or NaN on a day of change. */
  const days = new Map<number, number>();
  const quarters = new Map<number, number>();
  let lastDay = NaN;
  let lastOffset = 0;

  function remembered(cache: Map<number, number>, key: number, made: () => number): number {
    let value = cache.get(key);
    if (value !== undefined) return value;
    value = made();
    cache.set(key, value);
    return value;
  }

  function offset(ms: number): number {
    const day = Math.floor(ms / DAY);
    if (day === lastDay) return lastOffset;
    const whole = remembered(days, day, () => {
      const start = exact(day * DAY);
      return start === exact((day + 1) * DAY - 1) ? start : NaN;
    });
    if (Number.isNaN(whole)) {
      const quarter = Math.floor(ms / QUARTER);
      return remembered(quarters, quarter, () => exact(quarter * QUARTER));
    }
    lastDay = day;
    lastOffset = whole;
    return whole;
  }

  /** By wall day: the offset of every time of that day, or NaN on and beside a day of change. */
  const wallDays = new Map<number, number>();
  let lastWallDay = NaN;
  let lastWallOffset = NaN;

  function instant(wall: number): number {
    const day = Math.floor(wall / DAY);
    if (day !== lastWallDay) {
      lastWallDay = day;
      lastWallOffset = remembered(wallDays, day, () => {
        const before = offset((day - 1) * DAY);
        return before === offset((day + 2) * DAY) ? before : NaN;
      });
    }
    return Number.isNaN(lastWallOffset) ? instantNearChange(wall) : wall - lastWallOffset;
  }

  function instantNearChange(wall: number): number {
    const before = offset(wall - DAY);
    const after = offset(wall + DAY);
    if (before === after) return wall - before;
    const early = wall - before;
    const late = wall - after;
    return offset(early) === before || offset(late) !== after ? early : late;
  }

  return { name, offset, instant };
}

function wallClock(name: string): (ms: number) => number {
  // To make the platform's clock takes it tens of milliseconds.
  if (name === 'UTC') return () => 0;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new Problem('not-a-time-zone', { found: name });
  }
  return (ms) => {
    const second = Math.floor(ms / 1000) * 1000;
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(second)) part[type] = value;
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
    wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
    return wall.getTime() - second;
  };
}
