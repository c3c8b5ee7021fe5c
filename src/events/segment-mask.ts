import { timeZone } from '../base/time-zone';
import { rowMask } from '../data/where';
import type { SegmentParams } from '../notebook/schema';
import { calendar } from './calendar';
import type { EventIndex } from './event-index';
import { usersWith } from './event-mask';
import { ruleTest } from './rule-test';
import { scopeOf } from './scope';

/** What users are in a segment at one time or another. */
export interface SegmentAt {
  /** 1 for each user of the index who is in it, judged by the rows before the instant. */
  (at: number): Uint8Array;
}

/**
 * Finds the users of a segment at any instant, 1 for each user of a block: those with a row before it
 * that passes `where`, and who fit the rule. In a unit table nothing has a time.
 *
 * @throws {Problem} what is wrong with its rules
 */
export function segmentAt(
  index: EventIndex,
  { where, rule }: SegmentParams,
  timezone: string,
): SegmentAt {
  const { users, offsets, time } = index;
  const base = offsets[0]!;
  const setting = { path: 'where', instant: timeZone(timezone).instant };
  const isUnits = index.kind === 'units';
  const passing =
    where === undefined
      ? null
      : isUnits
        ? rowMask(index.attributes, where, 0, users, setting)
        : rowMask(index.columns, where, base, offsets[users]!, setting);
  const test = rule && ruleTest({ index, timezone }, rule, 'rule');
  // Where each user's rows before the last instant end: most are asked for one after another.
  const ends = offsets.slice(0, users);
  let last = -Infinity;
  return (at) => {
    if (at < last) ends.set(offsets.subarray(0, users));
    last = at;
    const mask = new Uint8Array(users);
    for (let user = 0; user < users; ++user) {
      const from = isUnits ? 0 : offsets[user]!;
      let to = isUnits ? 0 : ends[user]!;
      if (!isUnits) {
        while (to < offsets[user + 1]! && time[to]! < at) ++to;
        ends[user] = to;
      }
      // Nobody is in it who was not there yet.
      if (!isUnits && to === from && users > 0) continue;
      if (passing && !(isUnits ? passing[user] === 1 : hasMark(passing, from - base, to - base)))
        continue;
      mask[user] = test === undefined || test(user, from, to, at) ? 1 : 0;
    }
    return mask;
  };
}

/**
 * 1 for each user of the index who is in the segment: at `at`, else as far as the data go. A rule that
 * says how long ago looks back from the end of the data, as `completeThrough` has it.
 */
export function segmentMask(
  index: EventIndex,
  params: SegmentParams,
  timezone: string,
): Uint8Array {
  const { at, rule, where } = params;
  if (at === undefined && rule === undefined && index.kind === 'events') {
    if (where === undefined) return new Uint8Array(index.users).fill(1);
    const setting = { path: 'where', instant: timeZone(timezone).instant };
    return usersWith(index, rowMask(index.columns, where, 0, index.time.length, setting));
  }
  return segmentAt(index, params, timezone)(asOf(index, at, timezone));
}

/** The instant at which a segment is looked at. */
function asOf(index: EventIndex, at: string | undefined, timezone: string): number {
  if (index.kind === 'units') return Infinity;
  if (at !== undefined) return calendar(timezone).instant(at, 'start');
  const setting = { timezone, weekStart: 'monday', seed: 1, columnUnits: {} } as const;
  return scopeOf(index, setting).completeThrough;
}

function hasMark(mask: Uint8Array, from: number, to: number): boolean {
  for (let row = from; row < to; ++row) if (mask[row] === 1) return true;
  return false;
}
