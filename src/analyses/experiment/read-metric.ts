import { type Counter, type CountedArm, counterOf } from './counted';
import type { ReadMetric } from './metric-result';
import { metricUnit } from './metric-unit';
import type { Metric } from './params';
import { type Arms, readingsOf } from './readings';
import type { Role } from './result';
import { type Setup, decidingSet } from './setup';
import type { UserSet } from './user-set';
import { windowOf } from './window';

/** Counts and reads a metric for both halves; `counter` counts as the half that decides does. */
export function readMetric(
  setup: Setup,
  metric: Metric,
  index: number,
): { readonly metric: ReadMetric; readonly counter: Counter } {
  const { cohort, planned, scope, design, params, all, closed } = setup;
  const count = (set: UserSet) => counterOf(cohort, set, planned, metric, index, scope);
  const counter = count(decidingSet(setup));
  const wide = all === closed ? counter : count(all);
  const narrow = all === closed ? counter : count(closed);
  const everybody = wide.count(all.cells, 0);
  const planTime = all === closed ? everybody : narrow.count(closed.cells, 0);
  const { toMs } = windowOf(metric, `metrics[${index}]`);
  const pairs = (counted: readonly CountedArm[]): Arms[] =>
    counted.slice(1).map(({ summary }) => ({ control: counted[0]!.summary, treatment: summary }));
  const narrowPairs = pairs(planTime);
  return {
    counter,
    metric: {
      metric,
      unit: metricUnit(metric, scope),
      role: roleOf(metric, index),
      windowMs: toMs === Infinity ? null : toMs,
      cap: counter.cap,
      arms: design.deciding === 'fixed' ? planTime : everybody,
      readings: pairs(everybody).map((pair, i) =>
        readingsOf(pair, narrowPairs[i]!, metric, design, params),
      ),
    },
  };
}

function roleOf({ role }: Metric, index: number): Role {
  return role ?? (index === 0 ? 'goal' : 'secondary');
}
