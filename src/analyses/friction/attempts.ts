import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { numberColumn } from '../../events/column-of';
import { eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import { type Breakdown, breakdownBy } from '../breakdown';
import { concat, recoded, shifted } from '../joined-arrays';
import type { FrictionParams } from './params';

/** Attempts to get from a step to the next, one entry each, by user and step. */
export interface Attempts {
  readonly users: number;
  /** Position of its user. */
  readonly user: Uint32Array;
  /** The step it starts from, counted from 0. */
  readonly step: Uint8Array;
  /** Into the names of the breakdown; one without a name where there is none. */
  readonly groups: { readonly values: readonly string[]; readonly codes: Int32Array };
  /** Milliseconds until the next step; NaN where it was not made. */
  readonly time: Float64Array;
  /** Milliseconds that the step had its user wait; NaN where that is not known. */
  readonly wait: Float64Array;
  /** Further rows of the step soon after it; 255 and more as 255. */
  readonly repeats: Uint8Array;
  /** 1 where an error came before the next step or the end. */
  readonly errors: Uint8Array;
  /** By step: attempts whose window goes beyond the data end, which are in no list. */
  readonly open: Float64Array;
  /** Waits that are no time: below zero. */
  readonly odd: number;
}

const MOST = 255;

/** What a row does to the steps of a friction. */
interface Marks {
  /** For each step 1 where a row makes it. */
  readonly steps: readonly Uint8Array[];
  readonly waits: readonly (Float64Array | null)[];
  /** Milliseconds in one unit of each step's wait. */
  readonly unit: readonly number[];
  readonly errors: Uint8Array | null;
  readonly groups: Breakdown | null;
  readonly window: number;
  readonly repeat: number;
}

/**
 * The attempts of the users of a block.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `wrong-type`
 */
export function attemptsOf(input: Input, params: FrictionParams): Attempts {
  const marks = marksOf(input, params);
  const list = attemptList(params.steps.length);
  for (let user = 0; user < input.events.users; ++user) {
    for (let step = 0; step + 1 < params.steps.length; ++step) {
      follow(input, marks, user, step, list);
    }
  }
  return list.written(input.events.users, marks.groups?.names ?? ['']);
}

/** How a step's wait is measured: milliseconds unless its column says otherwise. */
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000 };

function marksOf({ events, scope }: Input, params: FrictionParams): Marks {
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'friction' }, { path: 'source' });
  }
  const mask = (filter: FrictionParams['steps'][number], path: string) =>
    eventMask(events, filter, scope.timezone, path);
  return {
    steps: params.steps.map((step, i) => mask(step, `steps[${i}]`)),
    waits: params.steps.map(({ wait }, i) =>
      wait === undefined ? null : numberColumn(events.columns, wait, `steps[${i}].wait`),
    ),
    unit: params.steps.map(({ wait = '' }) => UNITS[scope.columnUnits[wait] ?? 'ms'] ?? 1),
    errors: params.errors ? mask(params.errors, 'errors') : null,
    groups: params.breakdown ? breakdownBy(events, params.breakdown, 'breakdown') : null,
    window: params.window === null ? Infinity : durationMs(params.window),
    repeat: durationMs(params.repeat),
  };
}

/** One attempt while it lasts. */
interface Running {
  row: number;
  last: number;
  wait: number;
  repeats: number;
  error: number;
  time: number;
}

/** Follows one user from a step to the next, attempt by attempt. */
function follow(
  { events, scope }: Input,
  marks: Marks,
  user: number,
  step: number,
  list: AttemptList,
): void {
  const base = events.offsets[0]!;
  const { window, repeat } = marks;
  const [from, to] = [marks.steps[step]!, marks.steps[step + 1]!];
  const [waits, unit] = [marks.waits[step]!, marks.unit[step]!];
  let running: Running | null = null;
  const finish = () => {
    if (running === null) return;
    const start = events.time[running.row]!;
    const isIn = scope.range === null || (start >= scope.range.from && start < scope.range.to);
    const isOver = window === Infinity || start + window <= scope.completeThrough;
    if (isIn && isOver) list.add(running, user, step, marks.groups?.codeOf(running.row, user) ?? 0);
    else if (isIn) list.leaveOpen(step);
  };
  for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
    const t = events.time[row]!;
    const since = running === null ? Infinity : t - events.time[running.row]!;
    if (running !== null && Number.isNaN(running.time) && since <= window) {
      if (to[row - base] === 1) running.time = since;
      else if (marks.errors?.[row - base] === 1) running.error = 1;
    }
    if (from[row - base] === 0) continue;
    const wait = waits === null ? NaN : waits[row]! * unit;
    if (running !== null && Number.isNaN(running.time) && t - running.last <= repeat) {
      running.last = t;
      ++running.repeats;
      if (Number.isNaN(running.wait)) running.wait = wait;
      continue;
    }
    finish();
    running = { row, last: t, wait, repeats: 0, error: 0, time: NaN };
  }
  finish();
}

interface AttemptList {
  add(attempt: Running, user: number, step: number, group: number): void;
  leaveOpen(step: number): void;
  written(users: number, groups: readonly string[]): Attempts;
}

function attemptList(steps: number): AttemptList {
  const lists = { user: [], step: [], group: [], time: [], wait: [], repeats: [], errors: [] } as {
    readonly [K in 'user' | 'step' | 'group' | 'time' | 'wait' | 'repeats' | 'errors']: number[];
  };
  const open = new Float64Array(steps - 1);
  let odd = 0;
  return {
    add({ time, wait, repeats, error }, user, step, group) {
      if (wait < 0) ++odd;
      lists.user.push(user);
      lists.step.push(step);
      lists.group.push(group);
      lists.time.push(time);
      lists.wait.push(wait < 0 ? NaN : wait);
      lists.repeats.push(Math.min(MOST, repeats));
      lists.errors.push(error);
    },
    leaveOpen(step) {
      ++open[step]!;
    },
    written: (users, groups) => ({
      users,
      user: Uint32Array.from(lists.user),
      step: Uint8Array.from(lists.step),
      groups: { values: groups, codes: Int32Array.from(lists.group) },
      time: Float64Array.from(lists.time),
      wait: Float64Array.from(lists.wait),
      repeats: Uint8Array.from(lists.repeats),
      errors: Uint8Array.from(lists.errors),
      open,
      odd,
    }),
  };
}

/** The attempts of the users of both. */
export function merged(a: Attempts, b: Attempts): Attempts {
  return {
    users: a.users + b.users,
    user: concat(shifted([a.user, b.user], [a.users, b.users])),
    step: concat([a.step, b.step]),
    groups: recoded([a.groups, b.groups]),
    time: concat([a.time, b.time]),
    wait: concat([a.wait, b.wait]),
    repeats: concat([a.repeats, b.repeats]),
    errors: concat([a.errors, b.errors]),
    open: a.open.map((count, i) => count + b.open[i]!),
    odd: a.odd + b.odd,
  };
}
