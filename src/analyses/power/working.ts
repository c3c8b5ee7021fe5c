import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import { kindOf } from '../experiment/metric-kind';
import * as normal from '../../stats/normal';
import type { PowerResult } from './result';

/** The formula behind the users of an arm. */
export function working(result: PowerResult, path: string): Working | null {
  const [list, name] = parsePath(path).map(String);
  const arm = result.arms.find((each) => each.name === name);
  if (list === 'arms' && arm) return sizeWorking(result, arm.users, arm.expected);
  if (list === 'total') return sizeWorking(result, result.total, 1);
  const least = Math.min(...result.arms.map(({ expected }) => expected));
  return list === 'perArm' ? sizeWorking(result, result.perArm, least) : null;
}

function sizeWorking(result: PowerResult, value: number | null, share: number): Working | null {
  const { arms, multiplier, power, mde, baseline, direction, sd, type, estimated } = result;
  if (value === null || multiplier === undefined) return null;
  const control = arms[0]!.expected;
  const least = Math.min(...arms.slice(1).map((arm) => arm.expected));
  const isRate = kindOf(type) === 'rate' && estimated?.varianceRemoved === undefined;
  const effect = direction === 'up' ? mde.absolute : -mde.absolute;
  const spread = isRate
    ? [
        { symbol: 'p_c', value: baseline },
        { symbol: 'p_t', value: baseline + effect },
      ]
    : [{ symbol: 's', value: sd }];
  return {
    formula: isRate
      ? 'n = w · (z + z_β)² · ( p_c(1 − p_c)/w_c + p_t(1 − p_t)/w_t ) / Δ²'
      : 'n = w · (z + z_β)² · ( s²/w_c + s²/w_t ) / Δ²',
    figures: [
      { symbol: 'z', value: multiplier },
      { symbol: 'z_β', value: normal.quantile(power) },
      ...spread,
      { symbol: 'Δ', value: effect },
      { symbol: 'w_c', value: control },
      { symbol: 'w_t', value: least },
      { symbol: 'w', value: share },
    ],
    value,
    source: isRate ? 'Fleiss, Levin & Paik 2003' : 'Cohen 1988',
  };
}
