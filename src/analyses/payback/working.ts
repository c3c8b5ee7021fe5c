import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { PaybackPoint, PaybackResult, PaybackResultRow } from './result';

/** The formula behind a cost per user or buyer, or behind value over cost. */
export function working(result: PaybackResult, path: string): Working | null {
  const [list, which, field, inner] = parsePath(path);
  const row: PaybackResultRow | undefined =
    list === 'channels'
      ? result.channels.find(({ channel }) => channel === String(which))
      : list === 'cohorts'
        ? result.cohorts.find(({ name }) => name === which)
        : undefined;
  if (!row) return null;
  if (field === 'curve') return ratio(row.curve[Number(inner)] ?? null);
  if (field === 'ltvToCac') return ratio(row.ltvToCac);
  if (field === 'cac') return quotient(row, row.cac, row.users);
  if (field === 'costPerBuyer') return quotient(row, row.costPerBuyer, row.buyers);
  if (field === 'costPerRepeatBuyer') {
    return quotient(row, row.costPerRepeatBuyer, row.repeatBuyers);
  }
  return null;
}

function quotient({ cost }: PaybackResultRow, value: number | null, n: number): Working | null {
  if (value === null) return null;
  const figures = [
    { symbol: 'cost', value: cost! },
    { symbol: 'n', value: n },
  ];
  return { formula: 'cost / n', figures, value, source: 'Farris et al. 2010' };
}

function ratio(point: PaybackPoint | null): Working | null {
  if (!point || point.ratio === null) return null;
  const { value, cost, users, low, high } = point;
  return {
    formula: 'LTV / CAC = (Σ value · margin / n) / (Σ cost / n)',
    figures: [
      { symbol: 'Σ value · margin', value: value! },
      { symbol: 'Σ cost', value: cost! },
      { symbol: 'n', value: users },
      ...(low === null ? [] : [{ symbol: '95 % low', value: low }]),
      ...(high === null ? [] : [{ symbol: '95 % high', value: high }]),
    ],
    value: point.ratio,
    source: 'Farris et al. 2010; Student 1908',
  };
}
