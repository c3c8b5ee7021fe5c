import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import { scratchBytes } from '../base/scratch';
import { timeZone } from '../base/time-zone';
import { type Where, rowMask } from '../data/where';
import type { EventIndex } from './event-index';

/** Which events are meant: one name, any of several, or `*` for all, and what their rows must hold. */
export interface EventFilter {
  readonly event: string | readonly string[];
  readonly where?: Where | undefined;
}

/**
 * For each row of the index, from `offsets[0]` on, 1 when it is one of these events. In a block
 * only the block's own rows are tested: row `r` is at `r − offsets[0]`. Within `withScratch` the mask may be
 * of its memory.
 *
 * @param timezone  of times without a zone in `where`
 * @param path  of the parameter, for problems: `metrics[0]` has its name at `metrics[0].event`; empty
 *   where the name stands at the top
 * @throws {Problem} `not-in-data` when no row of the file is such an event, and what `rowMask` finds
 */
export function eventMask(
  index: EventIndex,
  filter: EventFilter,
  timezone: string,
  path: string,
): Uint8Array {
  const from = index.offsets[0]!;
  const to = index.offsets[index.users]!;
  const at = path === '' ? '' : `${path}.`;
  const { event, where } = filter;
  if (where === undefined) {
    if (event === '*') return scratchBytes(to - from).fill(1);
    return rowsOf(index.event.codes, wantedCodes(index, event, `${at}event`), from, to);
  }
  const { instant } = timeZone(timezone);
  const mask = rowMask(index.columns, where, from, to, { path: `${at}where`, instant });
  if (event === '*') return mask;
  const named = rowsOf(index.event.codes, wantedCodes(index, event, `${at}event`), from, to);
  for (let i = 0; i < mask.length; ++i) mask[i]! &= named[i]!;
  return mask;
}

/** For each row of `[from, to)`, what `wanted` says of its code; 0 without one. */
function rowsOf(codes: Int32Array, wanted: Uint8Array, from: number, to: number): Uint8Array {
  const mask = scratchBytes(to - from);
  for (let row = from; row < to; ++row) {
    const code = codes[row]!;
    mask[row - from] = code >= 0 ? wanted[code]! : 0;
  }
  return mask;
}

/** For each user of the index, 1 when at least one of their rows is marked 1 in `rows`, one entry per row. */
export function usersWith({ users, offsets }: EventIndex, rows: Uint8Array): Uint8Array {
  const mask = new Uint8Array(users);
  for (let user = 0; user < users; ++user) {
    for (let row = offsets[user]!; row < offsets[user + 1]!; ++row) mask[user]! |= rows[row]!;
  }
  return mask;
}

/**
 * For each code of the index's event names, 1 when it is one of `names`.
 *
 * @throws {Problem} `not-in-data` at `path`
 */
export function wantedCodes(
  { event }: EventIndex,
  names: string | readonly string[],
  path: string,
): Uint8Array {
  const wanted = new Uint8Array(event.values.length);
  for (const name of typeof names === 'string' ? [names] : names) {
    const code = event.values.indexOf(name);
    if (code < 0) {
      const args = { what: 'event', name, known: event.values, near: nearest(name, event.values) };
      throw new Problem('not-in-data', args, { path });
    }
    wanted[code] = 1;
  }
  return wanted;
}
