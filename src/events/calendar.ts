import { Problem } from '../base/problem';
import { type TimeZone, timeZone } from '../base/time-zone';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type Period = 'hour' | 'day' | 'week' | 'month';

/** Calendar periods of one zone. Days follow the clocks: a day of change has 23 or 25 hours. */
export interface Calendar {
  readonly zone: TimeZone;
  /** First instant of the period that holds `ms`. */
  start(period: Period, ms: number): number;
  /** First instant of the following period: the end, exclusive, of the one that holds `ms`. */
  end(period: Period, ms: number): number;
  /** The local date of an instant, `2026-03-02`. */
  date(ms: number): string;
  /**
   * The instant of an ISO 8601 text. With an offset or `Z` it stands for itself; without, it is
   * local; a date alone is the start or the end, exclusive, of that local day.
   *
   * @throws {Problem} `not-a-time`
   */
  instant(text: string, side: 'start' | 'end'): number;
}

/** @throws {Problem} `not-a-time-zone` */
export function calendar(zoneName: string, weekStart: 'monday' | 'sunday' = 'monday'): Calendar {
  const zone = timeZone(zoneName);
  // 1 January 1970 was a Thursday.
  const weekShift = weekStart === 'monday' ? 3 : 4;
  const memory: Record<Period, { from: number; to: number }> = {
    hour: { from: 0, to: 0 },
    day: { from: 0, to: 0 },
    week: { from: 0, to: 0 },
    month: { from: 0, to: 0 },
  };

  /** Neighbouring rows fall into one period: the last one is remembered. */
  function around(period: Period, ms: number): { from: number; to: number } {
    const last = memory[period];
    if (ms >= last.from && ms < last.to) return last;
    return (memory[period] = period === 'hour' ? hourAround(ms) : daysAround(period, ms));
  }

  function hourAround(ms: number): { from: number; to: number } {
    const offset = zone.offset(ms);
    const from = Math.floor((ms + offset) / HOUR) * HOUR - offset;
    return { from, to: from + HOUR };
  }

  function daysAround(period: Exclude<Period, 'hour'>, ms: number): { from: number; to: number } {
    const day = Math.floor((ms + zone.offset(ms)) / DAY);
    const [first, next] = daysOf(period, day, weekShift);
    return { from: zone.instant(first * DAY), to: zone.instant(next * DAY) };
  }

  return {
    zone,
    start: (period, ms) => around(period, ms).from,
    end: (period, ms) => around(period, ms).to,
    date: (ms) => new Date(ms + zone.offset(ms)).toISOString().slice(0, 10),
    instant(text, side) {
      const match =
        /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
      const [, date, time, offset] = match ?? [];
      const wall = Date.parse(`${date}T${time ?? '00:00'}Z`);
      if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) {
        throw new Problem('not-a-time', { found: text });
      }
      if (offset !== undefined) return wall - offsetMs(offset);
      return zone.instant(time === undefined && side === 'end' ? wall + DAY : wall);
    },
  };
}

/** First day of the period that holds `day` and of the next one, counted from 1 January 1970. */
function daysOf(
  period: 'day' | 'week' | 'month',
  day: number,
  weekShift: number,
): [number, number] {
  if (period === 'day') return [day, day + 1];
  if (period === 'week') {
    const first = day - ((((day + weekShift) % 7) + 7) % 7);
    return [first, first + 7];
  }
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return [Date.UTC(year, month, 1) / DAY, Date.UTC(year, month + 1, 1) / DAY];
}

function offsetMs(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
