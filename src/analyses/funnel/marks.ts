import type { EventIndex } from '../../events/event-index';
import { eventMask } from '../../events/event-mask';
import type { FunnelParams } from './params';

/**
 * What each row of a block is to the funnel, from its first row on: bit `k` when it matches step
 * `k + 1`, bit `steps + x` when it is exclusion `x`.
 *
 * @throws {Problem} `not-in-data`, and what `eventMask` finds
 */
export function marksOf(
  events: EventIndex,
  { steps, exclude }: FunnelParams,
  timezone: string,
): Uint32Array {
  const marks = new Uint32Array(events.offsets[events.users]! - events.offsets[0]!);
  [...steps, ...exclude].forEach((filter, i) => {
    const path = i < steps.length ? `steps[${i}]` : `exclude[${i - steps.length}]`;
    const mask = eventMask(events, filter, timezone, path);
    for (let row = 0; row < marks.length; ++row) marks[row]! |= mask[row]! << i;
  });
  return marks;
}
