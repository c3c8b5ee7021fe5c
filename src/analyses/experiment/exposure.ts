import { Problem } from '../../base/problem';
import { textColumn } from '../../events/column-of';
import { eventMask } from '../../events/event-mask';
import type { TextColumn } from '../../data/dataset';
import type { EventIndex } from '../../events/event-index';
import type { Input, Scope } from '../analysis';
import type { ExperimentParams } from './params';

/** Users seen in an arm, one entry per user in the order of the index. */
export interface Exposed {
  /** Names of arms; not every one need have users. */
  readonly arms: readonly string[];
  /** Position of the user in the index or block. */
  readonly users: Uint32Array;
  /** The arm that counts, into `arms`: the first or, by `contamination: last`, the last one seen. */
  readonly arm: Int32Array;
  /** 1 for users seen in more than one arm. */
  readonly several: Uint8Array;
  /** The same as far as it was seen when the planned time closed. */
  readonly severalAtClose: Uint8Array;
  /** Row of the first exposure to the arm that counts; empty in a unit table. */
  readonly row: Uint32Array;
  /** Time of that row; empty in a unit table. */
  readonly time: Float64Array;
  /** Users left out because no exposure of theirs names a variant. */
  readonly withoutVariant: number;
}

/**
 * Who was exposed to what, and when: the first exposure counts. `range` selects users by their
 * first exposure ever.
 *
 * @param closing  epoch ms: what is seen from then on changes nobody's arm; Infinity for no such time
 * @throws {Problem} `not-in-data`, `needs-events`, `needs-units`, `metric-needs`
 */
export function exposed(input: Input, params: ExperimentParams, closing: number): Exposed {
  const { events } = input;
  if (params.exposure === undefined) return exposedUnits(events, params);
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'exposure' }, { path: 'exposure' });
  }
  const mask = eventMask(events, params.exposure, input.scope.timezone, 'exposure');
  const variant = textColumn(events.columns, params.exposure.variant, 'exposure.variant');
  const { range } = input.scope;
  const { contamination } = params;
  return exposedEvents(events, { mask, variant, range, contamination, closing });
}

function exposedUnits(events: EventIndex, params: ExperimentParams): Exposed {
  if (params.variant === undefined) {
    const needs = events.kind === 'units' ? 'variant' : 'exposure';
    throw new Problem('metric-needs', { metric: 'experiment', needs }, { path: needs });
  }
  if (events.kind === 'events') {
    throw new Problem('needs-units', { name: 'variant' }, { path: 'variant' });
  }
  const { values, codes } = textColumn(events.attributes, params.variant, 'variant');
  const isMixed = severalArms(events, params.variant);
  let count = 0;
  for (let user = 0; user < events.users; ++user) if (codes[user]! >= 0) ++count;
  const users = new Uint32Array(count);
  const arm = new Int32Array(count);
  const several = new Uint8Array(count);
  let next = 0;
  for (let user = 0; user < events.users; ++user) {
    if (codes[user]! < 0) continue;
    several[next] = isMixed(user) ? 1 : 0;
    users[next] = user;
    arm[next++] = codes[user]!;
  }
  return {
    arms: values,
    users,
    arm,
    several,
    severalAtClose: several,
    row: new Uint32Array(0),
    time: new Float64Array(0),
    withoutVariant: events.users - count,
  };
}

/** Tells of a user of a unit table whether rows of theirs name different arms. */
function severalArms({ unitRows }: EventIndex, variant: string): (user: number) => boolean {
  if (unitRows === null) return () => false;
  const { offsets, columns } = unitRows;
  const { codes } = textColumn(columns, variant, 'variant');
  return (user) => {
    let found = -1;
    for (let row = offsets[user]!; row < offsets[user + 1]!; ++row) {
      if (found >= 0 && codes[row]! >= 0 && codes[row] !== found) return true;
      if (codes[row]! >= 0) found = codes[row]!;
    }
    return false;
  };
}

interface Selection {
  /** Rows that are exposures, from the block's first row on. */
  readonly mask: Uint8Array;
  readonly variant: TextColumn;
  readonly range: Scope['range'];
  readonly contamination: ExperimentParams['contamination'];
  readonly closing: number;
}

function exposedEvents(
  { users: total, offsets, time }: EventIndex,
  { mask, variant, range, contamination, closing }: Selection,
): Exposed {
  const users = new Uint32Array(total);
  const arm = new Int32Array(total);
  const several = new Uint8Array(total);
  const severalAtClose = new Uint8Array(total);
  const rows = new Uint32Array(total);
  const times = new Float64Array(total);
  const { codes } = variant;
  const base = offsets[0]!;
  let count = 0;
  let withoutVariant = 0;

  for (let user = 0; user < total; ++user) {
    const end = offsets[user + 1]!;
    let first = -1;
    let last = -1;
    let isMixed = 0;
    let isMixedAtClose = 0;
    let isSeen = false;
    for (let row = offsets[user]!; row < end; ++row) {
      if (mask[row - base] === 0) continue;
      isSeen = true;
      if (codes[row]! < 0) continue;
      const isBefore = time[row]! < closing;
      if (first < 0) first = row;
      else if (codes[row] !== codes[first]) {
        isMixed = 1;
        if (isBefore) isMixedAtClose = 1;
      }
      if (isBefore || last < 0 || time[last]! >= closing) last = row;
    }
    if (first < 0) {
      if (isSeen) ++withoutVariant;
      continue;
    }
    if (range !== null && !(time[first]! >= range.from && time[first]! < range.to)) continue;
    let row = first;
    if (contamination === 'last') {
      while (mask[row - base] === 0 || codes[row] !== codes[last]) ++row;
    }
    users[count] = user;
    arm[count] = codes[row]!;
    several[count] = isMixed;
    severalAtClose[count] = isMixedAtClose;
    rows[count] = row;
    times[count++] = time[row]!;
  }

  return {
    arms: variant.values,
    users: users.slice(0, count),
    arm: arm.slice(0, count),
    several: several.slice(0, count),
    severalAtClose: severalAtClose.slice(0, count),
    row: rows.slice(0, count),
    time: times.slice(0, count),
    withoutVariant,
  };
}
