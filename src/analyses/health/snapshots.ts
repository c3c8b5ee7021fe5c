import { lowerBound } from '../../base/lower-bound';
import { eventMask } from '../../events/event-mask';
import { amountColumn } from '../../events/column-of';
import { textRandom } from '../../stats/hash-random';
import { activityRows } from '../activity';
import type { Input } from '../analysis';
import { concat } from '../joined-arrays';
import { type CutDays, cutDays, isOfAllTime, wholeDays } from './cut-days';
import { type Measure, measureOf } from './measures';
import type { Dimension, HealthParams } from './params';

/** Every user as they were when a day began. One entry per user in each array. */
export interface Snapshot {
  /** 1 for users with enough active days before it, the last of them lately enough. */
  readonly counts: Uint8Array;
  /** By dimension; NaN where nothing is known. */
  readonly values: readonly Float64Array[];
  /** Whole days without activity. */
  readonly silent: Float64Array;
}

/** What is known of every user, at each of the days at which they are looked at. */
export interface Snapshots {
  readonly cuts: Omit<CutDays, 'of'>;
  readonly now: Snapshot;
  readonly before: Snapshot;
  readonly reference: Snapshot;
  /** 1 for users without activity in the horizon after `before`. */
  readonly left: Uint8Array;
  /** What the user brought in the window of `value` before `now`, made up to a whole window; NaN without `value`. */
  readonly value: Float64Array;
  /** 1 for users who were ever active. */
  readonly ever: Uint8Array;
  /** From 0 up to 1, by the user's id and the seed alone. */
  readonly draw: Float64Array;
}

/**
 * Looks at the users of a block at each cut. What is read for a cut are rows before it, nothing else.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `wrong-type`, `measure-needs`, and what `cutDays` finds
 */
export function snapshotsOf(input: Input, params: HealthParams): Snapshots {
  const { events } = input;
  const active = activityRows(input, params.event, 'health');
  const { of, ...cuts } = cutDays(input, params);
  const base = events.offsets[0]!;
  const dayOf = new Int32Array(active.length);
  for (let i = 0; i < dayOf.length; ++i) dayOf[i] = of(events.time[base + i]!);
  const measures = params.dimensions.map((dimension, i) => ({
    dimension,
    measure: measureOf(input, dimension, dayOf, `dimensions[${i}]`),
  }));
  const look = (cut: number) => snapshotAt(input, params, { cut, active, dayOf, measures });
  const now = look(cuts.now);
  const before = look(cuts.before);
  return {
    cuts,
    now,
    before,
    reference: cuts.reference === cuts.before ? before : look(cuts.reference),
    ...outcomes(input, active, dayOf, cuts),
    value: valuesOf(input, params, dayOf, cuts.now),
    draw: drawsOf(input, params.seed),
  };
}

interface Look {
  readonly cut: number;
  readonly active: Uint8Array;
  readonly dayOf: Int32Array;
  readonly measures: readonly { readonly dimension: Dimension; readonly measure: Measure }[];
}

function snapshotAt({ events }: Input, params: HealthParams, look: Look): Snapshot {
  const { cut, active, dayOf, measures } = look;
  const { users, offsets } = events;
  const base = offsets[0]!;
  const counts = new Uint8Array(users);
  const silent = new Float64Array(users).fill(NaN);
  const values = measures.map(() => new Float64Array(users).fill(NaN));
  const recent = cut - wholeDays(params.activeWithin, 'activeWithin');
  const of = measures.map(({ dimension: { measure, window } }) =>
    isOfAllTime(measure) ? Infinity : wholeDays(window, 'window'),
  );
  const windows = [...new Set(of)];
  const window = of.map((days) => windows.indexOf(days));
  const starts = new Uint32Array(windows.length);
  const ats = windows.map(() => ({ day: cut, middle: 0 }));
  for (let user = 0; user < users; ++user) {
    const first = offsets[user]! - base;
    const end = lowerBound(dayOf, cut, first, offsets[user + 1]! - base);
    const { days, last } = activeDays(active, dayOf, first, end);
    if (last >= 0) silent[user] = cut - 1 - last;
    if (days < params.minimum || last < recent) continue;
    counts[user] = 1;
    for (let w = 0; w < windows.length; ++w) {
      starts[w] = startOf(dayOf, cut - windows[w]!, first, end);
      ats[w]!.middle = startOf(dayOf, cut - Math.floor(windows[w]! / 2), starts[w]!, end) + base;
    }
    for (let d = 0; d < measures.length; ++d) {
      const w = window[d]!;
      values[d]![user] = measures[d]!.measure(starts[w]! + base, end + base, ats[w]!);
    }
  }
  return { counts, values, silent };
}

/** How many days the user was active on before row `to`, and the last of them. */
function activeDays(active: Uint8Array, dayOf: Int32Array, from: number, to: number) {
  let days = 0;
  let last = -1;
  for (let i = from; i < to; ++i) {
    if (active[i] === 0 || dayOf[i] === last) continue;
    ++days;
    last = dayOf[i]!;
  }
  return { days, last };
}

function startOf(dayOf: Int32Array, day: number, from: number, to: number): number {
  return day === -Infinity ? from : lowerBound(dayOf, day, from, to);
}

function outcomes(
  { events: { users, offsets } }: Input,
  active: Uint8Array,
  dayOf: Int32Array,
  { before, now }: Omit<CutDays, 'of'>,
): Pick<Snapshots, 'left' | 'ever'> {
  const base = offsets[0]!;
  const left = new Uint8Array(users).fill(1);
  const ever = new Uint8Array(users);
  for (let user = 0; user < users; ++user) {
    for (let i = offsets[user]! - base; i < offsets[user + 1]! - base; ++i) {
      if (active[i] === 0 || dayOf[i]! >= now) continue;
      ever[user] = 1;
      if (dayOf[i]! >= before) left[user] = 0;
    }
  }
  return { left, ever };
}

function valuesOf(
  { events, scope }: Input,
  { value }: HealthParams,
  dayOf: Int32Array,
  now: number,
): Float64Array {
  const totals = new Float64Array(events.users);
  if (value === undefined) return totals.fill(NaN);
  const base = events.offsets[0]!;
  const mask = eventMask(events, value, scope.timezone, 'value');
  const amounts = amountColumn(events.columns, value.value, 'value.value');
  const window = wholeDays(value.window, 'value.window');
  const seen = Math.min(window, now);
  for (let user = 0; user < events.users; ++user) {
    for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
      const day = dayOf[row - base]!;
      if (mask[row - base] === 0 || day >= now || day < now - window) continue;
      if (!Number.isNaN(amounts[row])) totals[user]! += amounts[row]!;
    }
    // Refunds may weigh more than purchases: nothing is at stake then.
    totals[user] = (Math.max(0, totals[user]!) * window) / seen;
  }
  return totals;
}

/** A number for each user that the seed and the id alone decide, so that a later list draws the same. */
function drawsOf({ events: { users, ids } }: Input, seed: number): Float64Array {
  const draw = new Float64Array(users);
  for (let user = 0; user < users; ++user) {
    const id = ids?.kind === 'text' ? ids.values[ids.codes[user]!]! : String(ids?.values[user]);
    draw[user] = textRandom(seed, id);
  }
  return draw;
}

/** The users of both. */
export function joinedSnapshots(a: Snapshots, b: Snapshots): Snapshots {
  const joined = (x: Snapshot, y: Snapshot): Snapshot => ({
    counts: concat([x.counts, y.counts]),
    values: x.values.map((values, i) => concat([values, y.values[i]!])),
    silent: concat([x.silent, y.silent]),
  });
  const before = joined(a.before, b.before);
  return {
    cuts: a.cuts,
    now: joined(a.now, b.now),
    before,
    reference: a.reference === a.before ? before : joined(a.reference, b.reference),
    left: concat([a.left, b.left]),
    value: concat([a.value, b.value]),
    ever: concat([a.ever, b.ever]),
    draw: concat([a.draw, b.draw]),
  };
}
