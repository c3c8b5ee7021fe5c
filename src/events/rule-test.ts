import { durationMs } from '../base/duration';
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
  return (user, from, to, at) => {
    let first = to;
    while (first > from && time[first - 1]! >= at - ms) --first;
    return test(user, first, to, at);
  };
}

function counted(mask: Uint8Array, { offsets }: EventIndex, tests: NumberTests): RuleTest {
  const base = offsets[0]!;
  return (_, from, to) => {
    let count = 0;
    for (let i = from - base; i < to - base; ++i) count += mask[i]!;
    return passes(count, tests);
  };
}

function summed(
  mask: Uint8Array,
  { offsets }: EventIndex,
  tests: NumberTests,
  values: Float64Array,
): RuleTest {
  const base = offsets[0]!;
  return (_, from, to) => {
    let sum = 0;
    for (let row = from; row < to; ++row) {
      if (mask[row - base] === 1 && !Number.isNaN(values[row]!)) sum += values[row]!;
    }
    return passes(sum, tests);
  };
}

/** Who never did it fails, whatever is asked. */
function lately(mask: Uint8Array, { offsets, time }: EventIndex, last: AgoTests): RuleTest {
  const base = offsets[0]!;
  const tests = Object.fromEntries(
    Object.entries(last).flatMap(([key, text]) =>
      text === undefined ? [] : [[key, durationMs(text)]],
    ),
  ) as NumberTests;
  return (_, from, to, at) => {
    for (let row = to - 1; row >= from; --row) {
      if (mask[row - base] === 1) return passes(at - time[row]!, tests);
    }
    return false;
  };
}

/** Of nothing there is no share: it fails. */
function shared(
  mask: Uint8Array,
  whole: Uint8Array,
  { offsets }: EventIndex,
  tests: NumberTests,
): RuleTest {
  const base = offsets[0]!;
  return (_, from, to) => {
    let part = 0;
    let all = 0;
    for (let row = from; row < to; ++row) {
      if (whole[row - base] === 0) continue;
      ++all;
      part += mask[row - base]!;
    }
    return all > 0 && passes(part / all, tests);
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

function passes(value: number, tests: NumberTests): boolean {
  const { '>=': least = -Infinity, '>': above, '<=': most = Infinity, '<': below } = tests;
  return (
    value >= least &&
    value <= most &&
    (above === undefined || value > above) &&
    (below === undefined || value < below)
  );
}
