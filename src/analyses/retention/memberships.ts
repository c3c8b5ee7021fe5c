import { Problem } from '../../base/problem';
import { type Buckets, bucketsOf } from '../../events/buckets';
import { numberColumn } from '../../events/column-of';
import type { EventIndex } from '../../events/event-index';
import { eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import { breakdownBy } from '../breakdown';
import { clockOf } from './clock';
import { type Coverage, coverageOf } from './coverage';
import type { RetentionParams } from './params';
import { spansOf } from './spans';
import { type Starts, startsOf } from './starts';
import { type Visits, visitsOf } from './visits';

/** Values of a column, and which of them each start has. */
export interface Groups {
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

/**
 * The places of a block's users in cohorts, and what they did in each column of the table: one entry
 * per user and cohort, those of a user behind one another.
 */
export interface Memberships extends Visits {
  /** Users of the block. */
  readonly users: number;
  /** Position of the user in the block. */
  readonly user: Uint32Array;
  /** Where the period that is the cohort begins, epoch ms. */
  readonly cohort: Float64Array;
  /** What the breakdown's column says of the start; no names without a breakdown. */
  readonly group: Groups;
  readonly coverage: Coverage;
}

/**
 * @throws {Problem} `needs-events`
 * @throws {Problem} `cannot-combine` for amounts by streak or with a least number of returns
 * @throws {Problem} what `spansOf`, `startsOf`, `breakdownBy`, `eventMask` and `numberColumn` find
 */
export function membershipsOf(input: Input, params: RetentionParams): Memberships {
  const { events, scope } = input;
  requireSound(params);
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'start' }, { path: 'start' });
  }
  const spans = spansOf(params);
  const buckets = bucketsOf(events, scope, params.period);
  const starts = startsOf(input, params, buckets);
  const { breakdown, value } = params;
  const returns = {
    mask: eventMask(events, params.return, scope.timezone, 'return'),
    values: value === undefined ? null : numberColumn(events.columns, value, 'value'),
  };
  const clock = clockOf(params, buckets);
  return {
    users: events.users,
    user: starts.user,
    cohort: startsOfBuckets(starts, buckets),
    group: groupsOf(events, starts, breakdown),
    ...visitsOf(events, starts, { returns, clock, spans, params, end: scope.completeThrough }),
    coverage: coverageOf(events, bucketsOf(events, scope, 'day')),
  };
}

function requireSound({ value, mode, minimum, breakdown, control, split }: RetentionParams): void {
  if (value !== undefined && mode === 'streak') {
    throw new Problem('cannot-combine', { first: 'value', second: 'streak' }, { path: 'mode' });
  }
  if (value !== undefined && minimum > 1) {
    throw new Problem('cannot-combine', { first: 'value', second: 'minimum' }, { path: 'minimum' });
  }
  if (breakdown !== undefined || (control === undefined && split === undefined)) return;
  throw new Problem(
    'missing-key',
    { name: 'breakdown', expected: ['string'] },
    { path: 'breakdown' },
  );
}

function startsOfBuckets({ bucket }: Starts, { edges }: Buckets): Float64Array {
  const cohort = new Float64Array(bucket.length);
  for (let i = 0; i < bucket.length; ++i) cohort[i] = edges[bucket[i]!]!;
  return cohort;
}

function groupsOf(events: EventIndex, { user, row }: Starts, column: string | undefined): Groups {
  if (column === undefined) return { values: [], codes: new Int32Array(user.length) };
  const { names, codeOf } = breakdownBy(events, column, 'breakdown');
  return { values: names, codes: Int32Array.from(row, (at, i) => codeOf(at, user[i]!)) };
}
