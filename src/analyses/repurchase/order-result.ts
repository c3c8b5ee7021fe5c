import { Problem } from '../../base/problem';
import { type Durations, type SurvivalStep, kaplanMeier } from '../../stats/kaplan-meier';
import type { Proportion } from '../../stats/proportion';
import { wilson } from '../../stats/wilson';
import type { Chains } from './chains';
import type { CurvePoint, OrderResult, WithinShare } from './result';

const HALF = 0.5;
/** Points that a drawn curve needs. */
const MOST_POINTS = 120;

/** Of these customers how many made each purchase, within which time, and when half of them had. */
export function orderResults(
  chains: Chains,
  customers: ArrayLike<number>,
  withinDays: readonly number[],
  alpha: number,
): (OrderResult & { readonly steps: readonly SurvivalStep[] })[] {
  return chains.days.map((_, index) => {
    const durations = durationsOf(chains, customers, index);
    const of = durations.times.length;
    const reached = sum(durations.happened);
    const steps = of === 0 ? [] : kaplanMeier(durations, alpha);
    return {
      ...{ order: index + 2, reached, of, rate: of === 0 ? null : reached / of },
      within: withinDays.map((limit) =>
        withinShare(withinCounts(chains, customers, index, limit), limit, alpha),
      ),
      medianDays: medianOf(steps),
      ...(of === 0 ? { problem: new Problem('nobody-at-risk').toJSON() } : {}),
      steps,
    };
  });
}

/** The times of those who made the purchase before. */
export function durationsOf(
  { days, came }: Pick<Chains, 'days' | 'came'>,
  customers: ArrayLike<number>,
  index: number,
): Durations {
  const [took, made] = [days[index]!, came[index]!];
  const times = new Float64Array(customers.length);
  const happened = new Uint8Array(customers.length);
  let count = 0;
  for (let i = 0; i < customers.length; ++i) {
    const customer = customers[i]!;
    if (Number.isNaN(took[customer]!)) continue;
    times[count] = took[customer]!;
    happened[count++] = made[customer]!;
  }
  return { times: times.subarray(0, count), happened: happened.subarray(0, count) };
}

/** Of those who have been watched for so long, how many made the purchase within it. */
export function withinCounts(
  { days, watched, came }: Pick<Chains, 'days' | 'watched' | 'came'>,
  customers: ArrayLike<number>,
  index: number,
  limit: number,
): Proportion {
  let [n, successes] = [0, 0];
  for (let i = 0; i < customers.length; ++i) {
    const c = customers[i]!;
    if (!(watched[index]![c]! >= limit)) continue;
    ++n;
    if (came[index]![c] === 1 && days[index]![c]! <= limit) ++successes;
  }
  return { n, successes };
}

function withinShare(share: Proportion, days: number, alpha: number): WithinShare {
  const { n: of, successes: reached } = share;
  if (of === 0) {
    const problem = new Problem('not-there-so-long').toJSON();
    return { days, reached, of, rate: null, low: null, high: null, problem };
  }
  const { estimate: rate, low, high } = wilson(share, alpha);
  return { days, reached, of, rate, low, high };
}

function medianOf(steps: readonly SurvivalStep[]): OrderResult['medianDays'] {
  const first = (key: 'survival' | 'low' | 'high') => steps.find((step) => step[key] <= HALF)?.time;
  const [estimate, low, high] = [first('survival'), first('low'), first('high')];
  if (estimate === undefined || low === undefined || high === undefined) {
    const problem = new Problem(estimate === undefined ? 'not-half-yet' : 'median-open').toJSON();
    return { estimate: null, low: null, high: null, problem };
  }
  return { estimate, low, high };
}

/** The curve as a drawing needs it: its last step in each of 120 equal parts of the time. */
export function drawn(steps: readonly SurvivalStep[]): CurvePoint[] {
  const end = steps.at(-1)?.time ?? 0;
  const part = (time: number) => Math.ceil((time / end) * MOST_POINTS);
  return steps.flatMap(({ time, survival, low, high }, i) => {
    const next = steps[i + 1];
    if (end > 0 && next && part(next.time) === part(time)) return [];
    return [{ days: time, share: 1 - survival, low: 1 - high, high: 1 - low }];
  });
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; ++i) total += values[i]!;
  return total;
}
