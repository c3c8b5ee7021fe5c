import type { Scope } from '../analysis';
import { bestChain } from './best-chain';
import type { Follower } from './chain';
import type { EntryTrend } from './entry-trend';
import { COUNTED, OPEN, REMOVED } from './journeys';
import type { Rules } from './rules';
import type { Stream } from './stream';
import type { StreamVisitor } from './streams';

/** One that entered: a user (or one value of a user), a session or an attempt. It is filled again for the next. */
export interface Unit {
  readonly user: number;
  /** Which value of the user, where each is a funnel of its own. */
  readonly value: number;
  /** `OPEN`, `COUNTED` or `REMOVED`. */
  readonly state: number;
  readonly reached: number;
  /** Row of the first entry that counts. */
  readonly entryRow: number;
  /** Row of each step, −1 for steps not done. */
  readonly rows: Int32Array;
  /** Epoch ms of each step; NaN for steps not done. */
  readonly times: Float64Array;
}

interface Watch {
  readonly rules: Rules;
  readonly scope: Pick<Scope, 'range' | 'completeThrough'>;
  readonly stream: Stream;
  readonly follower: Follower;
  readonly trend: EntryTrend;
  readonly finish: (unit: Unit) => void;
}

/**
 * Finds out what became of each unit and tells `finish`. An entry counts when it lies in the range
 * and its window ends by the data's end; a unit of which no entry counts yet is open.
 */
export function unitVisitor(watch: Watch): StreamVisitor {
  return watch.rules.count === 'totals' ? attemptVisitor(watch) : bestVisitor(watch);
}

/** Units that count once, by the best of their chains. */
function bestVisitor({ rules, scope, stream, follower, trend, finish }: Watch): StreamVisitor {
  const entries = entryTest(rules, scope, stream);
  const counted = bestChain(rules.steps);
  const open = bestChain(rules.steps);
  let user = 0;
  let value = 0;
  let entryRow = -1;
  let openRow = -1;

  function seeAll(): void {
    const { length, time, row: rows } = stream;
    for (let position = 0; position < length; ++position) {
      if (!entries.isEntry(position)) continue;
      const isOpen = entries.isOpen(position);
      const row = rows[position]!;
      if (isOpen) openRow = openRow < 0 ? row : Math.min(row, openRow);
      else entryRow = entryRow < 0 ? row : Math.min(row, entryRow);
      const chain = follower.judge(position);
      trend.note(time[position]!, chain.reached, chain.isTainted);
      (isOpen ? open : counted).offer(chain, position, stream);
    }
  }

  /** Of all streams of the unit only the very first entry. */
  function seeFirst(): void {
    let position = 0;
    while (position < stream.length && !entries.isEntry(position)) ++position;
    const row = stream.row[position]!;
    const known = Math.max(entryRow, openRow);
    if (position === stream.length || (known >= 0 && known < row)) return;
    counted.clear();
    open.clear();
    const isOpen = entries.isOpen(position);
    entryRow = isOpen ? -1 : row;
    openRow = isOpen ? row : -1;
    (isOpen ? open : counted).offer(follower.judge(position), position, stream);
  }

  return {
    open(nextUser, nextValue) {
      user = nextUser;
      value = nextValue;
      entryRow = openRow = -1;
      counted.clear();
      open.clear();
    },
    see() {
      follower.begin();
      if (rules.entry === 'first') seeFirst();
      else seeAll();
      counted.settle(stream, follower);
      open.settle(stream, follower);
    },
    close() {
      const best = counted.reached > 0 ? counted : open;
      if (best.reached === 0) return;
      if (rules.entry === 'first') trend.note(best.times[0]!, best.reached, best.isTainted);
      trend.close();
      const { reached, rows, times } = best;
      const state = best === open ? OPEN : best.isTainted ? REMOVED : COUNTED;
      finish({
        user,
        value,
        state,
        reached,
        rows,
        times,
        entryRow: best === open ? openRow : entryRow,
      });
    },
  };
}

/**
 * One unit for each attempt. An attempt lasts until it converts, its window ends or an exclusion
 * happens; entries meanwhile belong to it.
 */
function attemptVisitor({ rules, scope, stream, follower, trend, finish }: Watch): StreamVisitor {
  const { steps, windowMs } = rules;
  const entries = entryTest(rules, scope, stream);
  const best = bestChain(steps);
  let user = 0;
  let value = 0;

  /** Follows the attempt that starts at `entry`; gives the position from which the next may start. */
  function attempt(entry: number): number {
    const chain = follower.follow(entry);
    const { reached, stop, isTainted } = chain;
    const last = chain.at.reduce((a, b) => Math.max(a, b));
    best.clear();
    best.offer(chain, entry, stream);
    best.settle(stream, follower);
    const isOpen = entries.isOpen(entry);
    trend.note(stream.time[entry]!, reached, isTainted);
    trend.close();
    const state = isOpen ? OPEN : isTainted ? REMOVED : COUNTED;
    const { rows, times } = best;
    finish({ user, value, state, reached, rows, times, entryRow: rows[0]! });
    if (isOpen) return stream.length;
    if (stop >= 0) return stop + 1;
    if (reached === steps) return last + 1;
    const limit = stream.time[entry]! + windowMs;
    let position = entry + 1;
    while (position < stream.length && stream.time[position]! <= limit) ++position;
    return position;
  }

  return {
    open(nextUser, nextValue) {
      user = nextUser;
      value = nextValue;
    },
    see() {
      follower.begin();
      for (let position = 0; position < stream.length;) {
        position = entries.isEntry(position) ? attempt(position) : position + 1;
      }
    },
    close: () => undefined,
  };
}

/** Which rows of a stream open a chain, and whether its window is still running at the data's end. */
function entryTest(
  { steps, order, windowMs }: Rules,
  { range, completeThrough }: Watch['scope'],
  stream: Stream,
) {
  const opens = order === 'unordered' ? 2 ** steps - 1 : 1;
  const { from, to } = range ?? { from: -Infinity, to: Infinity };
  return {
    isEntry(position: number): boolean {
      const time = stream.time[position]!;
      return (stream.marks[position]! & opens) !== 0 && time >= from && time < to;
    },
    isOpen: (position: number): boolean =>
      windowMs < Infinity && stream.time[position]! + windowMs > completeThrough,
  };
}
