import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { LtvResult, ModelResult, SpendingResult, ValueCell } from './result';

/** The formula behind a value of customers, a number of a model, or a forecast. */
export function working(result: LtvResult, path: string): Working | null {
  const [list, first, field, second] = parsePath(path);
  if (list === 'overall') return value(result.overall[Number(first)]);
  if (list === 'cohorts' && field === 'cells') {
    const cohort = result.cohorts.find((each, i) => each.cohort === first || i === first);
    return value(cohort?.cells[Number(second)]);
  }
  if (list === 'model') return parameter(result.model, String(field), BUYING);
  if (list === 'spending') return parameter(result.spending, String(field), SPENDING);
  return null;
}

const BUYING = {
  formula:
    'ln L = Σ ln { Γ(r+x)·αʳ/Γ(r) · B(a,b+x)/B(a,b) · [ (α+T)^−(r+x) + a/(b+x−1)·(α+t)^−(r+x) ] }',
  source: 'Fader, Hardie & Lee 2005; Batislam, Denizel & Filiztekin 2007',
};

const SPENDING = {
  formula: 'ln L = Σ ln { Γ(px+q)/(Γ(px)·Γ(q)) · v^q·m^(px−1)·x^(px) / (x·m + v)^(px+q) }',
  source: 'Fader & Hardie 2013',
};

function value(cell: ValueCell | undefined): Working | null {
  if (!cell || cell.value === null) return null;
  const { of, total, low, high } = cell;
  return {
    formula: 'value = Σ / n',
    figures: [
      { symbol: 'Σ', value: total! },
      { symbol: 'n', value: of },
      ...(low === null ? [] : [{ symbol: '95 % low', value: low }]),
      ...(high === null ? [] : [{ symbol: '95 % high', value: high }]),
    ],
    value: cell.value,
    source: 'Student 1908',
  };
}

function parameter(
  fitted: ModelResult | SpendingResult | null,
  name: string,
  { formula, source }: typeof BUYING,
): Working | null {
  const found = fitted?.parameters.find((each, i) => each.name === name || String(i) === name);
  if (!fitted || !found) return null;
  return {
    formula,
    figures: [
      { symbol: 'customers', value: fitted.customers },
      { symbol: 'ln L', value: fitted.logLikelihood! },
      { symbol: 'standard error', value: found.error },
      { symbol: '95 % low', value: found.low },
      { symbol: '95 % high', value: found.high },
    ],
    value: found.estimate,
    source,
  };
}
