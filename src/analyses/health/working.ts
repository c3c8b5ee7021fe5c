import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { HealthResult, LeftRow } from './result';

/** The formula behind an area under the curve, or a share of those who left. */
export function working(result: HealthResult, path: string): Working | null {
  const [part, field, index] = parsePath(path);
  const { validation } = result;
  if (part === 'dimensions') {
    const dimension = result.dimensions[Number(field)];
    return dimension?.auc ? area(dimension.auc, validation) : null;
  }
  if (part !== 'validation' || validation.state === 'unknown') return null;
  if (field === 'auc') return area(validation.auc, validation);
  if (field === 'recency') return area(validation.recency, validation);
  const row = field === 'steps' ? validation.steps[Number(index)] : undefined;
  return row ? share(row) : null;
}

function area(
  { estimate, low, high }: { estimate: number; low: number; high: number },
  { of, left }: HealthResult['validation'],
): Working {
  return {
    formula: 'AUC = P(score of one who left > score of one who stayed) + ½ · P(equal)',
    figures: [
      { symbol: 'left', value: left },
      { symbol: 'stayed', value: of - left },
      { symbol: '95 % low', value: low },
      { symbol: '95 % high', value: high },
    ],
    value: estimate,
    source: 'DeLong, DeLong & Clarke-Pearson 1988',
  };
}

function share({ left, of, rate, low, high }: LeftRow): Working {
  return {
    formula: 'left / users',
    figures: [
      { symbol: 'left', value: left },
      { symbol: 'users', value: of },
      { symbol: '95 % low', value: low },
      { symbol: '95 % high', value: high },
    ],
    value: rate,
    source: 'Wilson 1927',
  };
}
