import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { PathComparison, PathsResult, Share } from './result';

/** The formula behind a share of paths, or behind a difference. */
export function working(result: PathsResult, path: string): Working | null {
  const [list, index, field, inner] = parsePath(path);
  if (list === 'reached') return result.reached && share(result.reached, result);
  if (list === 'groups') {
    const { reached } = result.groups.find(({ name }) => name === String(index)) ?? {};
    return field === 'reached' && reached ? share(reached, result) : null;
  }
  if (list === 'sequences') {
    const found = result.sequences.find(({ name }, i) => name === index || i === index);
    return found && field === 'rate' ? share(found, result) : null;
  }
  if (list === 'matrix') {
    const row = result.matrix.find(({ name }, i) => name === index || i === index);
    const cell = field === 'steps' ? row?.steps[Number(inner)] : undefined;
    return cell ? plainShare(cell) : null;
  }
  const comparison = list === 'comparisons' ? result.comparisons[Number(index)] : undefined;
  if (!comparison || comparison.p === null) return null;
  return field === 'p' ? correctedP(comparison, result) : difference(comparison, result);
}

function share({ paths, of, rate, low, high }: Share, { count, alpha }: PathsResult): Working {
  const level = `${Number((100 * (1 - alpha)).toPrecision(6))} %`;
  return {
    formula: 'p = x / n',
    figures: [
      { symbol: 'x', value: paths },
      { symbol: 'n', value: of },
      { symbol: `${level} low`, value: low },
      { symbol: `${level} high`, value: high },
    ],
    value: rate,
    source: count === 'users' ? 'Wilson 1927' : 'Dean & Pagano 2015',
  };
}

function plainShare({ paths, of, rate }: { paths: number; of: number; rate: number }): Working {
  const figures = [
    { symbol: 'x', value: paths },
    { symbol: 'n', value: of },
  ];
  return { formula: 'p = x / n', figures, value: rate, source: 'Wilson 1927' };
}

function difference(comparison: PathComparison, { count }: PathsResult): Working | null {
  const { control, treatment, level } = comparison;
  const { estimate, low, high } = comparison.difference;
  if (estimate === null) return null;
  const test = count === 'users' ? 'the score test' : 'the delta method over users';
  return {
    formula: `D = x_t / n_t − x_c / n_c, its interval by ${test}`,
    figures: [
      { symbol: 'x_t', value: treatment.paths },
      { symbol: 'n_t', value: treatment.of },
      { symbol: 'x_c', value: control.paths },
      { symbol: 'n_c', value: control.of },
      { symbol: 'level', value: level },
      { symbol: 'low', value: low },
      { symbol: 'high', value: high },
    ],
    value: estimate,
    source: count === 'users' ? 'Mee 1984' : 'Deng, Knoblich & Lu 2018',
  };
}

function correctedP({ p, pAdjusted }: PathComparison, { comparisons }: PathsResult): Working {
  const all = comparisons.flatMap((each) => (each.p === null ? [] : [each.p]));
  return {
    formula: 'p corrected = the least of p · m / rank over this and all larger p',
    figures: [
      { symbol: 'p', value: p! },
      { symbol: 'm', value: all.length },
      { symbol: 'rank', value: all.filter((each) => each <= p!).length },
    ],
    value: pAdjusted!,
    source: 'Benjamini & Hochberg 1995',
  };
}
