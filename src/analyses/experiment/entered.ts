import { Problem } from '../../base/problem';
import { timeZone } from '../../base/time-zone';
import { rowMask } from '../../data/where';
import { eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import type { Exposed } from './exposure';
import type { ExclusionRule, ExperimentParams } from './params';
import { firstAtTime } from './tally';

/** Exposed users, and which of them do not count. */
export interface Entered extends Exposed {
  /** 0 for users who count, 1 for those never activated, 2 and on for the rules of `exclude` in order. */
  readonly out: Uint8Array;
  /** Row and time of the exposure itself, where `row` and `time` are those of the activation. */
  readonly exposure: Pick<Exposed, 'row' | 'time'>;
}

export const NOT_ACTIVATED = 1;
/** Code of the first rule. */
export const BY_RULE = 2;

/**
 * Who of the exposed counts, and from when: with an `activation` from the first such event at the
 * exposure or later. Of several rules that exclude a user the first is named.
 *
 * @throws {Problem} `needs-events`, and what `eventMask` and `rowMask` find
 */
export function entered(input: Input, params: ExperimentParams, who: Exposed): Entered {
  const { activation, exclude } = params;
  const exposure = { row: who.row, time: who.time };
  const out = new Uint8Array(who.users.length);
  const active = activation === undefined ? exposure : activated(input, activation, who, out);
  for (let rule = exclude.length - 1; rule >= 0; --rule) {
    const isHit = hits(input, exclude[rule]!, `exclude[${rule}]`);
    for (let i = 0; i < out.length; ++i) if (isHit(who.users[i]!)) out[i] = BY_RULE + rule;
  }
  return { ...who, ...active, out, exposure };
}

/** The same users as they were when exposed: what is known of them before is known from there. */
export function atExposure(who: Entered): Entered {
  return { ...who, ...who.exposure };
}

/** First activations; users without one keep their exposure and are marked. */
function activated(
  { events, scope }: Input,
  activation: NonNullable<ExperimentParams['activation']>,
  who: Exposed,
  out: Uint8Array,
): Pick<Exposed, 'row' | 'time'> {
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'activation' }, { path: 'activation' });
  }
  const mask = eventMask(events, activation, scope.timezone, 'activation');
  const { offsets, time } = events;
  const base = offsets[0]!;
  const rows = who.row.slice();
  const times = who.time.slice();
  for (let i = 0; i < rows.length; ++i) {
    const end = offsets[who.users[i]! + 1]!;
    let row = firstAtTime(time, who.row[i]!, offsets[who.users[i]!]!);
    while (row < end && mask[row - base] === 0) ++row;
    if (row === end) out[i] = NOT_ACTIVATED;
    else {
      rows[i] = row;
      times[i] = time[row]!;
    }
  }
  return { row: rows, time: times };
}

/** Which users of the block a rule excludes. */
function hits(
  { events, scope }: Input,
  { event, where, atLeast }: ExclusionRule,
  path: string,
): (user: number) => boolean {
  const setting = { path: `${path}.where`, instant: timeZone(scope.timezone).instant };
  const names = Object.keys(where ?? {});
  const isOfUsers =
    events.kind === 'units' || names.some((name) => !events.columns.names.includes(name));
  if (event === undefined && where !== undefined && isOfUsers) {
    const mask = rowMask(events.attributes, where, 0, events.users, setting);
    return (user) => mask[user] === 1;
  }
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'exclude' }, { path });
  }
  const mask = eventMask(events, { event: event ?? '*', where }, scope.timezone, path);
  const { offsets } = events;
  const base = offsets[0]!;
  return (user) => {
    let found = 0;
    for (let row = offsets[user]!; row < offsets[user + 1]!; ++row) found += mask[row - base]!;
    return found >= atLeast;
  };
}
