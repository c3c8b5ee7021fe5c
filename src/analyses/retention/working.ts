import type { Json } from '../../base/json';
import { lookup, parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { Cell, Comparison, OverallCell, RetentionResult } from './result';

type Figures = Working['figures'];

/** The formula behind the number at `path`, with its figures. */
export function working(result: RetentionResult, path: string): Working | null {
  const segments = parsePath(path);
  const field = String(segments.at(-1));
  const { value } = lookup(result as unknown as Json, segments.slice(0, -1));
  if (typeof value !== 'object' || value === null) return null;
  if ('level' in value) return comparisonWorking(value as unknown as Comparison, field, result);
  if ('error' in value) return overallWorking(value as unknown as OverallCell, field);
  return 'mature' in value ? cellWorking(value as unknown as Cell, field) : null;
}

function cellWorking(cell: Cell, field: string): Working | null {
  const { users, of } = cell;
  if ('rate' in cell && field === 'rate' && cell.rate !== null) {
    const figures = [{ symbol: 'x', value: users! }, { symbol: 'n', value: of }, ...ends(cell)];
    return { formula: 'p = x / n', figures, value: cell.rate, source: 'Wilson 1927' };
  }
  if ('value' in cell && field === 'value' && cell.value !== null) {
    const figures = [
      { symbol: 'Σ y', value: cell.total! },
      { symbol: 'n', value: of },
      ...ends(cell),
    ];
    return { formula: 'm = Σ y / n', figures, value: cell.value, source: 'Student 1908' };
  }
  return null;
}

function overallWorking(cell: OverallCell, field: string): Working | null {
  const { users, of, error, bandLow, bandHigh } = cell;
  if (error === null || bandLow === null || bandHigh === null) return null;
  const rest = [
    { symbol: 'SE', value: error },
    ...ends(cell),
    { symbol: 'whole curve low', value: bandLow },
    { symbol: 'whole curve high', value: bandHigh },
  ];
  if ('rate' in cell && field === 'rate' && cell.rate !== null) {
    return {
      formula: 'r = Σ x / Σ n, SE² = Σ_u (Σ (y − r))² / (Σ n)², Wilson with n = r(1 − r) / SE²',
      figures: [{ symbol: 'Σ x', value: users! }, { symbol: 'Σ n', value: of }, ...rest],
      value: cell.rate,
      source: 'Wilson 1927; Korn & Graubard 1998',
    };
  }
  if ('value' in cell && field === 'value' && cell.value !== null) {
    return {
      formula: 'm = Σ y / Σ n, SE² = Σ_u (Σ (y − m))² / (Σ n)²',
      figures: [{ symbol: 'Σ y', value: cell.total! }, { symbol: 'Σ n', value: of }, ...rest],
      value: cell.value,
      source: 'Liang & Zeger 1986',
    };
  }
  return null;
}

function comparisonWorking(
  { group, offset, difference, statistic, p, pAdjusted, level }: Comparison,
  field: string,
  { rule, groups }: RetentionResult,
): Working | null {
  if (difference.estimate === null || statistic === null || p === null) return null;
  if (field === 'p') {
    const figures = [
      { symbol: 'z', value: statistic },
      { symbol: 'p adjusted', value: pAdjusted! },
    ];
    return { formula: 'p = 2·Φ(−|z|)', figures, value: p, source: 'Pearson 1900; Holm 1979' };
  }
  if (field !== 'difference') return null;
  const arm = (name: string | undefined, suffix: string): Figures => {
    const cell = groups
      .find((each) => each.name === name)!
      .overall.find((each) => each.offset === offset)!;
    const sum = 'total' in cell ? cell.total! : cell.users!;
    return [
      { symbol: `x_${suffix}`, value: sum },
      { symbol: `n_${suffix}`, value: cell.of },
    ];
  };
  const percent = `${Number((100 * level).toPrecision(6))} %`;
  return {
    formula: 'D = x_t/n_t − x_c/n_c',
    figures: [
      ...arm(group, 't'),
      ...arm(rule.control, 'c'),
      { symbol: 'z', value: statistic },
      { symbol: `${percent} low`, value: difference.low },
      { symbol: `${percent} high`, value: difference.high },
    ],
    value: difference.estimate,
    source: rule.sum === undefined ? 'Mee 1984' : 'Liang & Zeger 1986',
  };
}

function ends({ low, high }: Cell): Figures {
  if (low === null || high === null) return [];
  return [
    { symbol: '95 % low', value: low },
    { symbol: '95 % high', value: high },
  ];
}
