import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { Rate, TiersResult } from './result';

/** The formula behind a rate or the difference at a threshold. */
export function working(result: TiersResult, path: string): Working | null {
  const [list, which, field] = parsePath(path);
  const named = <T extends { readonly name: string }>(all: readonly T[]) =>
    all.find(({ name }, i) => name === which || i === which);
  switch (list) {
    case 'tiers':
      return field === 'repurchase' ? rateWorking(named(result.tiers)?.repurchase, result) : null;
    case 'movements': {
      const movement = named(result.movements);
      return field === 'kept' || field === 'upgraded' || field === 'downgraded'
        ? rateWorking(movement?.[field], result)
        : null;
    }
    case 'moves':
      return field === 'rate' ? rateWorking(named(result.moves), result) : null;
    case 'thresholds':
      return field === 'difference' ? differenceWorking(result, which) : null;
    default:
      return null;
  }
}

function rateWorking(rate: Rate | undefined, { level }: TiersResult): Working | null {
  if (!rate || rate.rate === null) return null;
  return {
    formula: 'p = x / n, trials of one user go together',
    figures: [
      { symbol: 'x', value: rate.count },
      { symbol: 'n', value: rate.of },
      { symbol: 'users', value: rate.users },
      { symbol: 'level', value: level },
      { symbol: 'low', value: rate.low },
      { symbol: 'high', value: rate.high },
    ],
    value: rate.rate,
    source: 'Wilson 1927; Dean & Pagano 2015',
  };
}

function differenceWorking(
  { thresholds, level }: TiersResult,
  which: string | number | undefined,
): Working | null {
  const found = thresholds.find(({ name }, i) => name === which || i === which);
  if (!found || found.difference.estimate === null) return null;
  const { below, above, difference } = found;
  return {
    formula: 'D = p_above − p_below, users as units',
    figures: [
      { symbol: 'p_above', value: above.rate ?? 0 },
      { symbol: 'orders above', value: above.of },
      { symbol: 'p_below', value: below.rate ?? 0 },
      { symbol: 'orders below', value: below.of },
      { symbol: 'level', value: level },
      { symbol: 'low', value: difference.low },
      { symbol: 'high', value: difference.high },
    ],
    value: difference.estimate,
    source: 'Deng, Knoblich & Lu 2018',
  };
}
