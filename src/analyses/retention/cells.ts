import { Problem } from '../../base/problem';
import { requireComputable } from '../../stats/comparable';
import { around } from '../../stats/comparison';
import { meanEstimate } from '../../stats/estimate';
import * as studentsT from '../../stats/students-t';
import { wilson } from '../../stats/wilson';
import { orProblem } from '../or-problem';
import type { Cell } from './result';

const ALPHA = 0.05;

/** What was counted in one cell, for a column of the table. */
export interface Counted {
  readonly offset: number;
  readonly of: number;
  readonly returned: number;
}

/** Users who returned, with Wilson's interval; of the start itself everybody. */
export function rateCell({ offset, of, returned }: Counted, isStart: boolean): Cell {
  const base = { offset, users: returned, of, rate: returned / of };
  if (isStart) return { ...base, low: 1, high: 1, mature: true };
  const { low, high } = wilson({ n: of, successes: returned }, ALPHA);
  return { ...base, low, high, mature: true };
}

/** Amounts per user, with Student's interval; `squares` is the sum of squared distances to the mean. */
export function amountCell(
  { offset, of, returned }: Counted,
  total: number,
  squares: number,
): Cell {
  const base = { offset, users: returned, of };
  const interval = orProblem(() => {
    requireComputable([total, squares / (of || 1)]);
    if (of < 2) throw new Problem('too-few-starters', { users: of });
    const estimate = meanEstimate({ n: of, mean: total / of, m2: squares });
    return around(estimate, studentsT.criticalValue(ALPHA, of - 1));
  });
  if (!(interval instanceof Problem)) {
    const { low, high } = interval;
    return { ...base, total, value: total / of, low, high, mature: true };
  }
  const isSum = Math.abs(total) < Infinity;
  const amount = isSum ? { total, value: total / of } : { total: null, value: null };
  return { ...base, ...amount, low: null, high: null, mature: true, problem: interval.toJSON() };
}

/** A cell whose periods are not over. @param through  the date through which data are needed */
export function unknownCell(offset: number, of: number, isAmount: boolean, through: string): Cell {
  const nothing = { low: null, high: null, mature: false };
  const problem = { code: 'not-mature', args: { through } } as const;
  const base = { offset, users: null, of };
  return isAmount
    ? { ...base, total: null, value: null, ...nothing, problem }
    : { ...base, rate: null, ...nothing, problem };
}
