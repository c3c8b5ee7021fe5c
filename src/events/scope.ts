import { Problem } from '../base/problem';
import type { PlanStanding } from '../notebook/plan-deviations';
import { type Calendar, calendar } from './calendar';
import type { EventIndex } from './event-index';
import { type LateRows, lateRows } from './late-rows';

const HOUR = 3_600_000;

/** What the common parameters come to once the data are known: one meaning for every analysis. */
export interface Scope {
  /** IANA zone of calendar days. */
  readonly timezone: string;
  readonly weekStart: 'monday' | 'sunday';
  /** Epoch ms, exclusive; rows at or after it are already left out. Infinity for a table without times. */
  readonly completeThrough: number;
  /** Few rows long after all others, which moved `completeThrough`; absent without any, and where it is given. */
  readonly late?: DoubtfulRows;
  /** The rows of a last day that has not ended, and are left out; absent where all count, and where the end is given. */
  readonly unfinished?: UnfinishedDay;
  /** Epoch ms, half-open; null when everything counts. Selects entries, cohorts, conversions or first exposures. */
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly seed: number;
  /** What columns are measured in, by name: an ISO 4217 code or any other text. */
  readonly columnUnits: Readonly<Record<string, string>>;
  /** What became of the plan that the notebook froze; absent where none is. */
  readonly plan?: PlanStanding;
}

/** Rows whose dates are doubtful, with local dates: the first of them, and the last row before. */
export interface DoubtfulRows {
  readonly rows: number;
  readonly from: string;
  readonly after: string;
}

/** A local date, and how many rows it has so far. */
export interface UnfinishedDay {
  readonly rows: number;
  readonly day: string;
}

/** The common parameters that say when: those of the cell, with the notebook's zone and week. */
export interface ScopeParams {
  readonly timezone: string;
  readonly weekStart: 'monday' | 'sunday';
  readonly completeThrough?: string | undefined;
  readonly range?: { readonly from: string; readonly to: string } | undefined;
  readonly seed: number;
  readonly columnUnits: Readonly<Record<string, string>>;
}

/**
 * The scope of an analysis of `index`.
 *
 * @throws {Problem} `not-a-time-zone`, `not-a-time`
 * @throws {Problem} `empty-range` when the range ends where it begins or before
 * @throws {Problem} `needs-times` when a unit table is asked for a range or a date
 */
export function scopeOf(index: EventIndex, params: ScopeParams): Scope {
  const { timezone, weekStart, seed, columnUnits, range, completeThrough } = params;
  const days = located(() => calendar(timezone, weekStart), 'timezone');
  if (index.kind === 'units') {
    if (range !== undefined) throw new Problem('needs-times', {}, { path: 'range' });
    if (completeThrough !== undefined) {
      throw new Problem('needs-times', {}, { path: 'completeThrough' });
    }
    return { timezone, weekStart, seed, columnUnits, range: null, completeThrough: Infinity };
  }
  return {
    timezone,
    weekStart,
    seed,
    columnUnits,
    range: range === undefined ? null : halfOpen(range, days),
    ...(completeThrough === undefined
      ? endByDefault(index, days)
      : {
          completeThrough: located(() => days.instant(completeThrough, 'end'), 'completeThrough'),
        }),
  };
}

function halfOpen(range: { from: string; to: string }, days: Calendar): Scope['range'] {
  const from = located(() => days.instant(range.from, 'start'), 'range.from');
  const to = located(() => days.instant(range.to, 'start'), 'range.to');
  if (from < to) return { from, to };
  throw new Problem('empty-range', { from: range.from, to: range.to }, { path: 'range' });
}

/**
 * A day that has hardly ended is taken as complete, an unfinished one is left out. Dates alone say
 * nothing about the hour: the last of them counts in full.
 */
function endByDefault(
  { time, dateOnly }: EventIndex,
  days: Calendar,
): Pick<Scope, 'completeThrough' | 'late' | 'unfinished'> {
  const { last, late } = endOf(time);
  // Noon is on the same date in the zone the file was read in and in any near it.
  const within = dateOnly ? 12 * HOUR : 0;
  const end = days.end('day', last + within);
  const completeThrough = dateOnly || last >= end - HOUR ? end : days.start('day', last);
  const unfinished = completeThrough <= last && {
    unfinished: { rows: rowsFrom(time, completeThrough), day: days.date(last) },
  };
  if (late === null) return { completeThrough, ...unfinished };
  const [from, after] = [days.date(late.from + within), days.date(late.after + within)];
  return { completeThrough, ...unfinished, late: { rows: late.rows, from, after } };
}

interface End {
  /** The last row, epoch ms. */
  readonly last: number;
  readonly late: LateRows | null;
  /** By instant, how many rows are not before it. */
  readonly since: Map<number, number>;
}

/** Every run of an analysis asks for the end of the same rows. */
const ends = new WeakMap<Float64Array, End>();

function endOf(time: Float64Array): End {
  const known = ends.get(time);
  if (known) return known;
  let last = -Infinity;
  for (let row = 0; row < time.length; ++row) if (time[row]! > last) last = time[row]!;
  const end = { last, late: lateRows(time, last), since: new Map<number, number>() };
  ends.set(time, end);
  return end;
}

function rowsFrom(time: Float64Array, from: number): number {
  const { since } = endOf(time);
  let rows = since.get(from);
  if (rows !== undefined) return rows;
  rows = 0;
  for (let row = 0; row < time.length; ++row) if (time[row]! >= from) ++rows;
  since.set(from, rows);
  return rows;
}

function located<T>(act: () => T, path: string): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof Problem ? error.within({ path }) : error;
  }
}
