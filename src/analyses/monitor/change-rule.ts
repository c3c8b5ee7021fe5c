import { normalValues, poissonValues, runChance } from '../../stats/run-chance';
import { type Values, type Verdict, running } from './judged';
import type { MonitorRule } from './params';
import type { Noise } from './result';

type ChangeRule = Extract<MonitorRule, { type: 'change' }>;

/** What numbers as written, such as 0.9, may be off by when they are divided. */
const SLACK = 1e-12;

/** Whether each period ends a run of changes that all go beyond the rule's size. */
export function changeVerdicts(values: Values, rule: ChangeRule): Verdict[] {
  const isStep = stepOf(rule);
  const steps = values.map((now, i): Verdict => {
    const before = values[i - rule.lag] ?? null;
    if (now === null || before === null) return null;
    return isAbsolute(rule) || before > 0 ? isStep(now, before) : null;
  });
  return running(steps, rule.runs);
}

/** The chance that the rule fires in a period in which nothing changes but by noise. */
export function changeChance(
  rule: ChangeRule,
  { deviation, scale }: Noise,
  level: number,
): number | null {
  if (deviation === null || (isAbsolute(rule) && scale === 'relative' && !(level > 0))) return null;
  if (scale === 'absolute' && !isAbsolute(rule)) return null;
  if (deviation === 0) return 0;
  const spread = scale === 'relative' ? deviation * level : deviation;
  const steady = isAbsolute(rule) ? normalValues(level, spread) : poissonValues(1 / deviation ** 2);
  const direction = sizeOf(rule) < 0 ? 'fall' : 'rise';
  const isStep = stepOf(rule);
  let chance = 1;
  // Steps that share no value are independent; those that do are a chain.
  for (let first = 0; first < Math.min(rule.lag, rule.runs); ++first) {
    const chain = Math.ceil((rule.runs - first) / rule.lag);
    chance *= runChance(steady, isStep, direction, chain);
  }
  return chance;
}

/** How far back of the period in which it fires the first of its changes begins. */
export function changeReach({ runs, lag }: ChangeRule): number {
  return runs - 1 + lag;
}

function stepOf(rule: ChangeRule): (now: number, before: number) => boolean {
  const size = sizeOf(rule);
  const beyond = (value: number, limit: number) =>
    size < 0 ? value < limit - SLACK * Math.abs(limit) : value > limit + SLACK * Math.abs(limit);
  if (isAbsolute(rule)) return (now, before) => beyond(now - before, size);
  return (now, before) => before > 0 && beyond(now / before, 1 + size);
}

function isAbsolute({ by }: ChangeRule): boolean {
  return typeof by !== 'number';
}

function sizeOf({ by }: ChangeRule): number {
  return typeof by === 'number' ? by : by.absolute;
}
