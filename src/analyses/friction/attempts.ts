import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { numberColumn } from '../../events/column-of';
import { eventMask } from '../../events/event-mask';
import type { Input, Scope } from '../analysis';
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
  const list = attemptList(marks.steps);
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

/** One attempt while it lasts; the same object for all, one after another. */
interface Running {
  /** −1 before the first. */
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
  const end = events.offsets[user + 1]!;
  const { errors, window, repeat } = marks;
  const [from, to] = [marks.steps[step]!, marks.steps[step + 1]!];
  const [waits, unit] = [marks.waits[step]!, marks.unit[step]!];
  const { running } = list;
  running.row = -1;
  for (let row = events.offsets[user]!; row < end; ++row) {
    const starts = from[row - base] === 1;
    if (running.row < 0 && !starts) continue;
    const t = events.time[row]!;
    const goesOn = running.row >= 0 && Number.isNaN(running.time);
    if (goesOn && t - events.time[running.row]! <= window) {
      if (to[row - base] === 1) running.time = t - events.time[running.row]!;
      else if (errors !== null && errors[row - base] === 1) running.error = 1;
    }
    if (!starts) continue;
    const wait = waits === null ? NaN : waits[row]! * unit;
    if (goesOn && Number.isNaN(running.time) && t - running.last <= repeat) {
      running.last = t;
      ++running.repeats;
      if (Number.isNaN(running.wait)) running.wait = wait;
      continue;
    }
    finish(scope, marks, events.time, user, step, list);
    begin(running, row, t, wait);
  }
  finish(scope, marks, events.time, user, step, list);
}

function begin(running: Running, row: number, time: number, wait: number): void {
  running.row = row;
  running.last = time;
  running.wait = wait;
  running.repeats = 0;
  running.error = 0;
  running.time = NaN;
}

/** Puts the attempt that ran, if one did, where it belongs. */
function finish(
  { range, completeThrough }: Scope,
  { window, groups }: Marks,
  time: Float64Array,
  user: number,
  step: number,
  list: AttemptList,
): void {
  const { row } = list.running;
  if (row < 0) return;
  const start = time[row]!;
  if (range !== null && (start < range.from || start >= range.to)) return;
  if (window !== Infinity && start + window > completeThrough) list.leaveOpen(step);
  else list.add(user, step, groups === null ? 0 : groups.codeOf(row, user));
}

interface AttemptList {
  readonly running: Running;
  /** Writes the attempt that runs. */
  add(user: number, step: number, group: number): void;
  leaveOpen(step: number): void;
  written(users: number, groups: readonly string[]): Attempts;
}

/** A list with room for as many attempts as rows start one. */
function attemptList(steps: readonly Uint8Array[]): AttemptList {
  let room = 0;
  for (const mask of steps.slice(0, -1)) for (let i = 0; i < mask.length; ++i) room += mask[i]!;
  const users = new Uint32Array(room);
  const fromSteps = new Uint8Array(room);
  const codes = new Int32Array(room);
  const times = new Float64Array(room);
  const waits = new Float64Array(room);
  const repeated = new Uint8Array(room);
  const errors = new Uint8Array(room);
  const open = new Float64Array(steps.length - 1);
  const running = { row: -1, last: 0, wait: NaN, repeats: 0, error: 0, time: NaN };
  let count = 0;
  let odd = 0;
  return {
    running,
    add(user, step, group) {
      const { time, wait, repeats, error } = running;
      if (wait < 0) ++odd;
      users[count] = user;
      fromSteps[count] = step;
      codes[count] = group;
      times[count] = time;
      waits[count] = wait < 0 ? NaN : wait;
      repeated[count] = Math.min(MOST, repeats);
      errors[count++] = error;
    },
    leaveOpen(step) {
      ++open[step]!;
    },
    written: (all, values) => ({
      users: all,
      user: users.slice(0, count),
      step: fromSteps.slice(0, count),
      groups: { values, codes: codes.slice(0, count) },
      time: times.slice(0, count),
      wait: waits.slice(0, count),
      repeats: repeated.slice(0, count),
      errors: errors.slice(0, count),
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
