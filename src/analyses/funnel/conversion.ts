import { kaplanMeier } from '../../stats/kaplan-meier';
import type { Scope } from '../analysis';
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
  const times = new Float64Array(entry.length);
  const happened = new Uint8Array(entry.length);
  const finished: number[] = [];
  for (let i = 0; i < entry.length; ++i) {
    happened[i] = Number.isNaN(done[i]!) ? 0 : 1;
    const end = Math.min(scope.completeThrough, entry[i]! + rules.windowMs);
    times[i] = Math.max(0, (happened[i] ? done[i]! : end) - entry[i]!);
    if (happened[i] && !isOpen[i]) finished.push(times[i]!);
  }
  const sorted = Float64Array.from(finished).sort();
  return {
    time: timeOf(sorted, params.steps.at(-1)!.event, params.alpha),
    histogram: binsOf(sorted),
    curve: curveOf(times, happened, params.alpha),
  };
}

function curveOf(times: Float64Array, happened: Uint8Array, alpha: number): CurvePoint[] {
  const steps = kaplanMeier({ times, happened }, alpha);
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
