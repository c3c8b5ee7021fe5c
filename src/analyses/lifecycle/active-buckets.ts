import type { Buckets } from '../../events/buckets';
import type { EventIndex } from '../../events/event-index';

/** Stands for all buckets before the first. */
export const EARLIER = -2;

/**
 * Calls `visit` with each bucket in which a user has a marked row, in order, and first with
 * `EARLIER` where one lies before all buckets. Rows after them are not looked at.
 *
 * @param mask  1 for each row that counts, from `offsets[0]` on
 */
export function eachActiveBucket(
  { offsets, time }: EventIndex,
  mask: Uint8Array,
  user: number,
  { count, edges, of }: Buckets,
  visit: (bucket: number) => void,
): void {
  const base = offsets[0]!;
  const start = edges[0]!;
  const end = edges[count]!;
  let next = -Infinity;
  for (let row = offsets[user]!; row < offsets[user + 1]!; ++row) {
    const t = time[row]!;
    if (t < next || mask[row - base] === 0) continue;
    if (t >= end) return;
    const bucket = t < start ? EARLIER : of(t);
    visit(bucket);
    next = t < start ? start : edges[bucket + 1]!;
  }
}
