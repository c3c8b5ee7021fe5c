import type { EventIndex } from '../../events/event-index';
import { eventMask, wantedCodes } from '../../events/event-mask';
import type { FunnelParams } from './params';

/**
 * What each row of a block is to the funnel, from its first row on: bit `k` when it matches step
 * `k + 1`, bit `steps + x` when it is exclusion `x`. Filters by name alone take one look-up a row
 * all together.
 *
 * @throws {Problem} `not-in-data`, and what `eventMask` finds
 */
export function marksOf(
  events: EventIndex,
  { steps, exclude }: FunnelParams,
  timezone: string,
): Uint32Array {
  const from = events.offsets[0]!;
  const marks = new Uint32Array(events.offsets[events.users]! - from);
  const { values, codes } = events.event;
  const byName = new Uint32Array(values.length);
  let always = 0;
  [...steps, ...exclude].forEach((filter, i) => {
    const path = i < steps.length ? `steps[${i}]` : `exclude[${i - steps.length}]`;
    if (filter.where !== undefined) {
      const mask = eventMask(events, filter, timezone, path);
      for (let row = 0; row < marks.length; ++row) marks[row]! |= mask[row]! << i;
    } else if (filter.event === '*') {
      always |= 1 << i;
    } else {
      const wanted = wantedCodes(events, filter.event, `${path}.event`);
      for (let code = 0; code < byName.length; ++code) byName[code]! |= wanted[code]! << i;
    }
  });
  for (let row = 0; row < marks.length; ++row) {
    const code = codes[from + row]!;
    marks[row]! |= always | (code < 0 ? 0 : byName[code]!);
  }
  return marks;
}
