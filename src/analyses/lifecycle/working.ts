import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import { MONTH_DAYS } from './grids';
import type { LifecycleResult } from './result';

/** The formula behind a quick ratio or a stickiness. */
export function working(result: LifecycleResult, path: string): Working | null {
  const [list, index, field] = parsePath(path);
  if (list === 'rows' && field === 'quickRatio') return quickRatio(result, Number(index));
  if (list === 'stickiness' && field === 'ratio') return stickiness(result, Number(index));
  return null;
}

function quickRatio({ rows }: LifecycleResult, index: number): Working | null {
  const row = rows[index];
  if (!row || row.quickRatio.estimate === null) return null;
  const { estimate, low, high } = row.quickRatio;
  return {
    formula: 'Q = (new + resurrected) / dormant',
    figures: [
      { symbol: 'new', value: row.new! },
      { symbol: 'resurrected', value: row.resurrected! },
      { symbol: 'dormant', value: row.dormant! },
      { symbol: '95 % low', value: low },
      { symbol: '95 % high', value: high },
    ],
    value: estimate,
    source: 'Hsu 2015; Wilson 1927',
  };
}

function stickiness({ stickiness }: LifecycleResult, index: number): Working | null {
  const day = stickiness[index];
  if (!day || day.ratio === null) return null;
  return {
    formula: 'ratio = Σ DAU / n / MAU, over the n days that end with this one',
    figures: [
      { symbol: 'Σ DAU', value: Math.round(day.ratio * MONTH_DAYS * day.mau!) },
      { symbol: 'n', value: MONTH_DAYS },
      { symbol: 'MAU', value: day.mau! },
    ],
    value: day.ratio,
    source: 'Chen 2018',
  };
}
