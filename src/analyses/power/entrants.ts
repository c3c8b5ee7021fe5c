import { Problem } from '../../base/problem';
import { eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import type { Cohort } from '../experiment/cohort';
import { measure } from '../experiment/measure';
import type { Entered } from '../experiment/entered';
import type { PowerParams } from './params';
import { isTyped } from './typed';

/**
 * The users of a block who would have entered the test, as one arm, and what the metric comes to for
 * each of them. A user enters with the first event that would expose them inside `range`: as if the
 * test had begun there.
 *
 * @throws {Problem} `not-in-data`, `needs-events`, and what `measure` finds
 */
export function entrantsOf(input: Input, params: PowerParams): Cohort {
  const who = input.events.kind === 'units' ? units(input, params) : entrants(input, params);
  const { metric } = params;
  const isNeeded = metric !== undefined && params.source !== undefined && !isTyped(params);
  return {
    ...who,
    measures: isNeeded
      ? [measure(input, who, metric, { plannedEnd: null, pastMs: 0 }, 'metric')]
      : [],
    segments: [],
    duplicates: 0,
    repeated: 0,
  };
}

function units({ events }: Input, { exposure, source }: PowerParams): Entered {
  if (exposure !== undefined && source !== undefined) {
    throw new Problem('needs-events', { name: 'exposure' }, { path: 'exposure' });
  }
  const users = Uint32Array.from({ length: events.users }, (_, user) => user);
  return oneArm(users, new Uint32Array(0), new Float64Array(0));
}

function entrants({ events, scope }: Input, { exposure }: PowerParams): Entered {
  const { users: total, offsets, time } = events;
  const mask = eventMask(events, exposure ?? { event: '*' }, scope.timezone, 'exposure');
  const { from, to } = scope.range ?? { from: -Infinity, to: Infinity };
  const base = offsets[0]!;
  const users = new Uint32Array(total);
  const rows = new Uint32Array(total);
  let count = 0;
  for (let user = 0; user < total; ++user) {
    for (let row = offsets[user]!; row < offsets[user + 1]!; ++row) {
      if (mask[row - base] === 0 || !(time[row]! >= from)) continue;
      if (time[row]! < to) {
        users[count] = user;
        rows[count++] = row;
      }
      break;
    }
  }
  const row = rows.slice(0, count);
  return oneArm(
    users.slice(0, count),
    row,
    Float64Array.from(row, (each) => time[each]!),
  );
}

function oneArm(users: Uint32Array, row: Uint32Array, time: Float64Array): Entered {
  return {
    arms: ['all'],
    users,
    arm: new Int32Array(users.length),
    several: new Uint8Array(users.length),
    severalAtClose: new Uint8Array(users.length),
    row,
    time,
    withoutVariant: 0,
    out: new Uint8Array(users.length),
    exposure: { row, time },
  };
}
