import { validAlpha } from './alpha';
import * as normal from './normal';

/** How long each person was watched, and whether the event ended it. */
export interface Durations {
  /** ≥ 0, any unit. */
  readonly times: ArrayLike<number>;
  /** Truthy where the event happened at that time, 0 where watching ended without it. */
  readonly happened: ArrayLike<number>;
}

/** One time at which the event happened. */
export interface SurvivalStep {
  readonly time: number;
  /** Still watched and without the event just before. */
  readonly atRisk: number;
  readonly events: number;
  /** Share without the event from here until the next step, and its interval. */
  readonly survival: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share of people who have not yet had the event, by time, when some are still being watched.
 * Those who leave at the time of an event count as at risk of it. Intervals by Greenwood's variance on
 * the log–log scale; where survival is 0 they are 0.
 *
 * @returns a step for each time with events, ascending; survival is 1 before the first
 * @see Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations. JASA
 *   53(282), 457–481.
 */
export function kaplanMeier(durations: Durations, alpha = 0.05): SurvivalStep[] {
  const times = eventTimes([durations]).map(({ time, groups }) => ({ time, ...groups[0]! }));
  return survivalCurve(times, alpha);
}

/** The same of people who are counted already, at each time with events; times ascend. */
export function survivalCurve(
  times: readonly { readonly time: number; readonly atRisk: number; readonly events: number }[],
  alpha = 0.05,
): SurvivalStep[] {
  const z = normal.criticalValue(validAlpha(alpha));
  let survival = 1;
  let greenwood = 0;
  return times.map(({ time, atRisk, events }) => {
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    return { time, atRisk, events, survival, ...logLog(survival, greenwood, z) };
  });
}

/** One time with events, and each group's part in it. */
export interface EventTime {
  readonly time: number;
  readonly groups: readonly { readonly atRisk: number; readonly events: number }[];
}

/** The times at which anybody had the event, ascending, with who was at risk in each group. */
export function eventTimes(groups: readonly Durations[]): EventTime[] {
  const sorted = groups.map(sortedTimes);
  const next = sorted.map(() => ({ all: 0, event: 0 }));
  const steps: EventTime[] = [];
  for (;;) {
    let time = Infinity;
    for (const [g, { events }] of sorted.entries()) {
      time = Math.min(time, events[next[g]!.event] ?? Infinity);
    }
    if (time === Infinity) return steps;
    const here = sorted.map(({ all, events }, g) => {
      const at = next[g]!;
      while (at.all < all.length && all[at.all]! < time) ++at.all;
      const first = at.event;
      while (events[at.event] === time) ++at.event;
      return { atRisk: all.length - at.all, events: at.event - first };
    });
    steps.push({ time, groups: here });
  }
}

/** All times, and those with the event, ascending: sorted as numbers, which is many times faster than by a rule. */
function sortedTimes({ times, happened }: Durations): { all: Float64Array; events: Float64Array } {
  const all = new Float64Array(times).sort();
  const events = new Float64Array(times.length);
  let count = 0;
  for (let i = 0; i < times.length; ++i) if (happened[i]) events[count++] = times[i]!;
  return { all, events: events.subarray(0, count).sort() };
}

function logLog(survival: number, greenwood: number, z: number) {
  if (survival === 0) return { low: 0, high: 0 };
  const width = (z * Math.sqrt(greenwood)) / -Math.log(survival);
  return { low: survival ** Math.exp(width), high: survival ** Math.exp(-width) };
}
