import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { OrderResult, RepurchaseResult } from './result';

/** The formula behind a share, a median or a comparison. */
export function working(result: RepurchaseResult, path: string): Working | null {
  const [list, which, field, inner, ...rest] = parsePath(path);
  if (list === 'orders') return ofOrder(result.orders[Number(which)], field, inner);
  if (list === 'groups' || list === 'cohorts') {
    const found =
      list === 'groups'
        ? result.groups.find(({ name }) => name === String(which))
        : result.cohorts.find(({ cohort }) => cohort === which);
    return field === 'orders' ? ofOrder(found?.orders[Number(inner)], rest[0], rest[1]) : null;
  }
  const comparison = list === 'comparisons' ? result.comparisons[Number(which)] : undefined;
  if (!comparison) return null;
  if (field === 'logRank') {
    const { statistic, p } = comparison.logRank;
    if (p === null) return null;
    const figures = [{ symbol: 'χ²', value: statistic! }];
    return { formula: 'p = P(χ²₁ > χ²)', figures, value: p, source: 'Mantel 1966' };
  }
  const { estimate, low, high } = comparison.difference;
  if (estimate === null) return null;
  return {
    formula: 'D = p − p_c, with all D that the score test does not reject',
    figures: [
      { symbol: 'low', value: low },
      { symbol: 'high', value: high },
      { symbol: 'p', value: comparison.p! },
      { symbol: 'p, Holm', value: comparison.pAdjusted! },
    ],
    value: estimate,
    source: 'Mee 1984; Holm 1979',
  };
}

function ofOrder(
  order: OrderResult | undefined,
  field: string | number | undefined,
  inner: string | number | undefined,
): Working | null {
  if (!order) return null;
  if (field === 'within') return share(order.within[Number(inner)]);
  if (field === 'rate') return share(order);
  const { estimate, low, high } = order.medianDays;
  if (field !== 'medianDays' || estimate === null) return null;
  return {
    formula: 'S(t) = Π (1 − d/n); the median is the first t with S(t) ≤ ½',
    figures: [
      { symbol: '95 % low', value: low },
      { symbol: '95 % high', value: high },
    ],
    value: estimate,
    source: 'Kaplan & Meier 1958; Brookmeyer & Crowley 1982',
  };
}

function share(
  found:
    | {
        reached: number;
        of: number;
        rate: number | null;
        low?: number | null;
        high?: number | null;
      }
    | undefined,
): Working | null {
  if (!found || found.rate === null) return null;
  const { reached, of, rate, low, high } = found;
  return {
    formula: 'p = x / n',
    figures: [
      { symbol: 'x', value: reached },
      { symbol: 'n', value: of },
      ...(typeof low === 'number' ? [{ symbol: 'low', value: low }] : []),
      ...(typeof high === 'number' ? [{ symbol: 'high', value: high }] : []),
    ],
    value: rate,
    source: 'Wilson 1927',
  };
}
