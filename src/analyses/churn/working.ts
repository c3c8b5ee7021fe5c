import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { ChurnResult, Share } from './result';

/** The formula behind a share of returns or of those who left. */
export function working(result: ChurnResult, path: string): Working | null {
  const [list, index, field] = parsePath(path);
  if (list === 'curve') {
    const row = result.curve[Number(index)];
    return row ? returning(row, row.days, row.returned) : null;
  }
  if (list === 'rule' && result.rule.back) {
    return returning(result.rule.back, result.rule.days, result.rule.back.returned);
  }
  const row = list === 'rows' && field === 'rate' ? result.rows[Number(index)] : undefined;
  if (!row || row.rate === null) return null;
  return {
    formula: 'churned / users',
    figures: [
      { symbol: 'churned', value: row.churned! },
      { symbol: 'users', value: row.users! },
      { symbol: '95 % low', value: row.low! },
      { symbol: '95 % high', value: row.high! },
    ],
    value: row.rate,
    source: 'Wilson 1927',
  };
}

function returning({ of, rate, low, high }: Share, days: number, returned: number): Working {
  return {
    formula: '1 − S(h) / S(g), S by Kaplan and Meier over all silences',
    figures: [
      { symbol: 'g', value: days },
      { symbol: 'silent for g days', value: of },
      { symbol: 'of them returned so far', value: returned },
      { symbol: '95 % low', value: low },
      { symbol: '95 % high', value: high },
    ],
    value: rate,
    source: 'Kaplan & Meier 1958; Korn & Graubard 1998',
  };
}
