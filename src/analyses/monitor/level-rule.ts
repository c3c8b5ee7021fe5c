import { normalValues, poissonValues } from '../../stats/run-chance';
import { type Values, type Verdict, running } from './judged';
import type { MonitorRule } from './params';
import type { Noise } from './result';

type LevelRule = Extract<MonitorRule, { type: 'level' }>;

/** Whether each period ends a run of values beyond a level. */
export function levelVerdicts(values: Values, rule: LevelRule): Verdict[] {
  return running(
    values.map((value) => (value === null ? null : isBeyond(value, rule))),
    rule.runs,
  );
}

/** The chance that the rule fires in a period in which the metric is at its median but for noise. */
export function levelChance(
  rule: LevelRule,
  { deviation, scale }: Noise,
  level: number,
): number | null {
  if (deviation === null || (scale === 'relative' && !(level > 0))) return null;
  if (deviation === 0) return isBeyond(level, rule) ? 1 : 0;
  const mean = 1 / deviation ** 2;
  const unit = scale === 'relative' ? level / mean : 1;
  const { values, chances } =
    scale === 'relative' ? poissonValues(mean) : normalValues(level, deviation);
  const once = chances.reduce(
    (sum, chance, i) => sum + (isBeyond(values[i]! * unit, rule) ? chance : 0),
    0,
  );
  return once ** rule.runs;
}

function isBeyond(value: number, { below = -Infinity, above = Infinity }: LevelRule): boolean {
  return value < below || value > above;
}
