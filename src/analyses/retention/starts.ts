import type { Buckets } from '../../events/buckets';
import { eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import type { RetentionParams } from './params';

/** Who started when: one entry per user and cohort, users in the order of the index, cohorts in that of time. */
export interface Starts {
  /** Position of the user in the index or block. */
  readonly user: Uint32Array;
  /** The first row in the period that is a start. */
  readonly row: Uint32Array;
  /** The period of the calendar that is the cohort. */
  readonly bucket: Uint32Array;
}

/**
 * The cohorts that each user is in: that of the first start that passes the filter (`first-time`),
 * of the first start whatever it holds, if it passes (`first-ever`), or of every period with one
 * (`recurring`). `range` selects cohorts by the start of their period.
 *
 * @throws {Problem} `not-in-data`
 */
export function startsOf(
  { events, scope }: Input,
  params: RetentionParams,
  buckets: Buckets,
): Starts {
  const { start, cohorts } = params;
  const passes = eventMask(events, start, scope.timezone, 'start');
  const isEver = cohorts === 'first-ever' && start.where !== undefined;
  const starts = isEver
    ? eventMask(events, { event: start.event }, scope.timezone, 'start')
    : passes;
  const { from, to } = scope.range ?? { from: -Infinity, to: Infinity };
  const { offsets, time } = events;
  const base = offsets[0]!;
  const users: number[] = [];
  const rows: number[] = [];
  const found: number[] = [];

  for (let user = 0; user < events.users; ++user) {
    const end = offsets[user + 1]!;
    let last = -1;
    for (let row = offsets[user]!; row < end; ++row) {
      if (starts[row - base] === 0) continue;
      if (passes[row - base] === 0) break;
      const bucket = buckets.of(time[row]!);
      const begins = buckets.edges[bucket]!;
      if (bucket !== last && begins >= from && begins < to) {
        users.push(user);
        rows.push(row);
        found.push(bucket);
      }
      last = bucket;
      if (cohorts !== 'recurring') break;
    }
  }
  return {
    user: new Uint32Array(users),
    row: new Uint32Array(rows),
    bucket: new Uint32Array(found),
  };
}
