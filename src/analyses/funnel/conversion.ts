import { kaplanMeier } from '../../stats/kaplan-meier';
import type { Scope } from '../analysis';
import { concat } from '../joined-arrays';
import { binsOf } from './duration-bins';
import type { Group } from './grouped';
import type { FunnelParams } from './params';
import type { Conversion, CurvePoint } from './result';
import type { Rules } from './rules';
import { timeOf } from './step-results';

/** More points than this are thinned out. */
const MOST_POINTS = 200;

export interface Setting {
  readonly rules: Rules;
  readonly params: FunnelParams;
  readonly scope: Scope;
}

/** How long those of a group took to convert. Times are those who entered; the curve counts open ones as well. */
export function conversionOf(group: Group, { rules, params, scope }: Setting): Conversion {
  const { entry, done, isOpen } = group.watched;
  const [finished, happened, waited]: number[][] = [[], [], []];
  for (let i = 0; i < entry.length; ++i) {
    const hasDone = !Number.isNaN(done[i]!);
    const end = Math.min(scope.completeThrough, entry[i]! + rules.windowMs);
    const watchedMs = Math.max(0, (hasDone ? done[i]! : end) - entry[i]!);
    (hasDone ? happened! : waited!).push(watchedMs);
    if (hasDone && isOpen[i] === 0) finished!.push(watchedMs);
  }
  const sorted = ascending(finished!);
  return {
    time: timeOf(sorted, params.steps.at(-1)!.event, params.alpha),
    histogram: binsOf(sorted),
    curve: curveOf(ascending(happened!), ascending(waited!), params.alpha),
  };
}

function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/** @param waited  how long those were watched who have not converted */
function curveOf(converted: Float64Array, waited: Float64Array, alpha: number): CurvePoint[] {
  const times = concat([converted, waited]);
  const steps = kaplanMeier(
    { times, happened: times.map((_, i) => +(i < converted.length)) },
    alpha,
  );
  if (steps.length === 0) return [];
  const apart = Math.ceil(steps.length / MOST_POINTS);
  const kept = steps.filter((_, i) => i % apart === 0 || i === steps.length - 1);
  return [
    { ms: 0, share: 0, low: 0, high: 0 },
    ...kept.map(({ time, survival, low, high }) => {
      return { ms: time, share: 1 - survival, low: 1 - high, high: 1 - low };
    }),
  ];
}
