import { durationMs } from '../base/duration';
import { lowerBound } from '../base/lower-bound';
import { Problem } from '../base/problem';
import { timeZone } from '../base/time-zone';
import { rowMask } from '../data/where';
import type {
  AgoTests,
  Behaviour,
  NumberTests,
  RuleEvent,
  SegmentRule,
} from '../notebook/segment-rule';
import { numberColumn } from './column-of';
import { eventMask } from './event-mask';
import type { EventIndex } from './event-index';

/** Whether a user fits, whose rows before the instant `at` are `[from, to)`. */
export type RuleTest = (user: number, from: number, to: number, at: number) => boolean;

/** Where a rule is read. */
interface Reading {
  readonly index: EventIndex;
  /** Of times without a zone. */
  readonly timezone: string;
}

/**
 * What a rule asks, made ready for the users of a block.
 *
 * @param path  of the rule, for problems
 * @throws {Problem} `not-in-data`, `wrong-type`, `wrong-comparison`
 * @throws {Problem} `rule-needs` when a behaviour lacks what its test is about
 */
export function ruleTest(reading: Reading, rule: SegmentRule, path: string): RuleTest {
  if ('all' in rule) {
    const tests = rule.all.map((each, i) => ruleTest(reading, each, `${path}.all[${i}]`));
    return allOf(tests);
  }
  if ('any' in rule) {
    const tests = rule.any.map((each, i) => ruleTest(reading, each, `${path}.any[${i}]`));
    const none = allOf(tests.map(opposite));
    return opposite(none);
  }
  if ('not' in rule) {
    return opposite(ruleTest(reading, rule.not, `${path}.not`));
  }
  if ('user' in rule) {
    const { attributes, users } = reading.index;
    const mask = rowMask(attributes, rule.user, 0, users, {
      path: `${path}.user`,
      instant: timeZone(reading.timezone).instant,
    });
    return (user) => mask[user] === 1;
  }
  return behaviourTest(reading, rule, path);
}

function allOf(tests: readonly RuleTest[]): RuleTest {
  const [only, ...others] = tests;
  if (only && others.length === 0) return only;
  return (user, from, to, at) => {
    for (const test of tests) if (!test(user, from, to, at)) return false;
    return true;
  };
}

function opposite(test: RuleTest): RuleTest {
  return (user, from, to, at) => !test(user, from, to, at);
}

/** Everything a behaviour says, all of it true. */
function behaviourTest(reading: Reading, rule: Behaviour, path: string): RuleTest {
  const { index } = reading;
  const { count, sum, last, share, sequence } = rule;
  const tests: RuleTest[] = [];
  const own = () => marks(reading, rule, path);
  if (sum) {
    if (rule.value === undefined) throw needs('sum', 'value', path);
    const values = numberColumn(index.columns, rule.value, `${path}.value`);
    tests.push(summed(own(), index, sum, values));
  }
  if (last) tests.push(lately(own(), index, last));
  if (share) {
    if (rule.of === undefined) throw needs('share', 'of', path);
    tests.push(shared(own(), marks(reading, rule.of, `${path}.of`), index, share));
  }
  if (sequence) {
    const steps = sequence.map((step, i) => marks(reading, step, `${path}.sequence[${i}]`));
    tests.push(inOrder(steps, index, rule.inside));
  }
  if (count || tests.length === 0) {
    tests.push(counted(own(), index, count ?? { '>=': 1 }));
  }
  return lookingBack(index, rule.within, allOf(tests));
}

function needs(test: string, name: string, path: string): Problem {
  return new Problem('rule-needs', { test, name }, { path });
}

/** 1 for each row of the block that is such an event. */
function marks({ index, timezone }: Reading, { event = '*', where }: RuleEvent, path: string) {
  return eventMask(index, { event, where }, timezone, path);
}

/** The rows from `within` before the date on. */
function lookingBack({ time }: EventIndex, within: string | undefined, test: RuleTest): RuleTest {
  if (within === undefined) return test;
  const ms = durationMs(within);
  return (user, from, to, at) => test(user, lowerBound(time, at - ms, from, to), to, at);
}

function counted(mask: Uint8Array, { offsets }: EventIndex, tests: NumberTests): RuleTest {
  const base = offsets[0]!;
  const before = marksBefore(mask);
  const isFit = numberTest(tests);
  return (_, from, to) => isFit(before[to - base]! - before[from - base]!);
}

/** How many rows before each are marked, and last how many in all: a window is counted without its rows. */
function marksBefore(mask: Uint8Array): Uint32Array {
  const before = new Uint32Array(mask.length + 1);
  for (let i = 0; i < mask.length; ++i) before[i + 1] = before[i]! + mask[i]!;
  return before;
}

function summed(
  mask: Uint8Array,
  { offsets }: EventIndex,
  tests: NumberTests,
  values: Float64Array,
): RuleTest {
  const base = offsets[0]!;
  const isFit = numberTest(tests);
  return (_, from, to) => {
    let sum = 0;
    for (let row = from; row < to; ++row) {
      if (mask[row - base] === 1 && !Number.isNaN(values[row]!)) sum += values[row]!;
    }
    return isFit(sum);
  };
}

/** Who never did it fails, whatever is asked. */
function lately(mask: Uint8Array, { offsets, time }: EventIndex, last: AgoTests): RuleTest {
  const base = offsets[0]!;
  const isFit = numberTest(
    Object.fromEntries(
      Object.entries(last).flatMap(([key, text]) =>
        text === undefined ? [] : [[key, durationMs(text)]],
      ),
    ),
  );
  const latest = latestMarks(mask);
  return (_, from, to, at) => {
    const row = to === from ? -1 : latest[to - 1 - base]! + base;
    return row >= from && isFit(at - time[row]!);
  };
}

/** For each row the last marked one up to it, of whomever; before the first one none of the block. */
function latestMarks(mask: Uint8Array): Int32Array {
  const latest = new Int32Array(mask.length);
  let last = -1;
  for (let i = 0; i < mask.length; ++i) {
    if (mask[i] === 1) last = i;
    latest[i] = last;
  }
  return latest;
}

/** Of nothing there is no share: it fails. */
function shared(
  mask: Uint8Array,
  whole: Uint8Array,
  { offsets }: EventIndex,
  tests: NumberTests,
): RuleTest {
  const base = offsets[0]!;
  const ofWhole = marksBefore(whole);
  const ofBoth = marksBefore(mask.map((mark, i) => mark & whole[i]!));
  const isFit = numberTest(tests);
  return (_, from, to) => {
    const all = ofWhole[to - base]! - ofWhole[from - base]!;
    return all > 0 && isFit((ofBoth[to - base]! - ofBoth[from - base]!) / all);
  };
}

/**
 * One row for each step, a later row for a later one. Of each step the latest beginning is kept: it is
 * the one that leaves most time.
 */
function inOrder(
  steps: readonly Uint8Array[],
  { offsets, time }: EventIndex,
  inside: string | undefined,
): RuleTest {
  const base = offsets[0]!;
  const most = inside === undefined ? Infinity : durationMs(inside);
  const begun = new Float64Array(steps.length);
  return (_, from, to) => {
    begun.fill(-Infinity);
    for (let row = from; row < to; ++row) {
      // From the last step down, so that one row is one step.
      for (let step = steps.length - 1; step >= 0; --step) {
        if (steps[step]![row - base] === 0) continue;
        const start = step === 0 ? time[row]! : begun[step - 1]!;
        if (time[row]! - start <= most) begun[step] = Math.max(begun[step]!, start);
      }
      if (begun[steps.length - 1]! > -Infinity) return true;
    }
    return false;
  };
}

function numberTest(tests: NumberTests): (value: number) => boolean {
  const {
    '>=': least = -Infinity,
    '>': above = NaN,
    '<=': most = Infinity,
    '<': below = NaN,
  } = tests;
  return (value) => value >= least && value <= most && !(value <= above) && !(value >= below);
}
