import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { ConcentrationResult } from './result';

/** The formula behind a part of the total, the Gini coefficient or a trait. */
export function working(result: ConcentrationResult, path: string): Working | null {
  const [list, which, field, ...rest] = parsePath(path);
  if (list === 'gini') return giniWorking(result);
  if (list === 'top' && field === 'part') return partWorking(result, which);
  if (list === 'reach' && field === 'share') return reachWorking(result, which);
  if (list === 'worth') return worthWorking(result, which);
  if (list === 'portrait') return traitWorking(result, Number(field), String(rest[0]));
  return null;
}

function giniWorking({ gini, users, total, level, replicates }: ConcentrationResult): Working {
  return {
    formula: 'G = Σ (2i − n − 1) x_i / (n Σ x), x ascending',
    figures: [
      { symbol: 'n', value: users },
      { symbol: 'Σ x', value: total },
      ...ends(gini, level),
      { symbol: 'replicates', value: replicates },
    ],
    value: gini.estimate,
    source: 'Gini 1914; Hanley & MacGibbon 2006',
  };
}

function partWorking(
  { top, total, level, replicates }: ConcentrationResult,
  which: string | number | undefined,
): Working | null {
  const found = top.find(({ name }, i) => name === which || i === which);
  if (!found) return null;
  const { share, users, of, value, part } = found;
  return {
    formula: 'part = Σ of the ⌈p n⌉ greatest / Σ of all',
    figures: [
      { symbol: 'p', value: share },
      { symbol: 'n', value: of },
      { symbol: '⌈p n⌉', value: users },
      { symbol: 'Σ of the greatest', value },
      { symbol: 'Σ of all', value: total },
      ...ends(part, level),
      { symbol: 'replicates', value: replicates },
    ],
    value: part.estimate,
    source: 'Lorenz 1905; Hanley & MacGibbon 2006',
  };
}

function reachWorking(
  { reach, total }: ConcentrationResult,
  which: string | number | undefined,
): Working | null {
  const found = reach.find(({ name }, i) => name === which || i === which);
  if (!found) return null;
  return {
    formula: 'share = k / n, k the fewest whose sum is at least part · Σ x',
    figures: [
      { symbol: 'part', value: found.part },
      { symbol: 'Σ x', value: total },
      { symbol: 'k', value: found.users },
      { symbol: 'n', value: found.of },
    ],
    value: found.share,
    source: 'Lorenz 1905',
  };
}

function worthWorking(
  { worth }: ConcentrationResult,
  which: string | number | undefined,
): Working | null {
  const found =
    which === 'cost' ? worth?.cost : which === 'contribution' ? worth?.contribution : null;
  if (!found || found.times === null) return null;
  return {
    formula: 'times = mean of super-users / median of all',
    figures: [
      { symbol: 'mean of super-users', value: found.mean! },
      { symbol: 'super-users', value: found.users },
      { symbol: 'median of all', value: found.median! },
      { symbol: 'all', value: found.of },
    ],
    value: found.times,
    source: '–',
  };
}

function traitWorking(
  { portrait }: ConcentrationResult,
  index: number,
  field: string,
): Working | null {
  const trait = portrait.traits[index];
  if (!trait || (field !== 'odds' && field !== 'p')) return null;
  const { counts, of, odds, p, pAdjusted, level } = trait;
  const figures = [
    { symbol: 'a', value: counts[0] },
    { symbol: 'b', value: of[0] - counts[0] },
    { symbol: 'c', value: counts[1] },
    { symbol: 'd', value: of[1] - counts[1] },
  ];
  if (field === 'odds') {
    return {
      formula: 'OR = (a + 1)(d + 1) / ((b + 1)(c + 1))',
      figures: [...figures, ...ends(odds, level)],
      value: odds.estimate,
      source: 'Woolf 1955',
    };
  }
  return {
    formula: 'z = ln OR / √( 1/(a+1) + 1/(b+1) + 1/(c+1) + 1/(d+1) )',
    figures: [...figures, { symbol: 'p', value: p }],
    value: pAdjusted,
    source: 'Woolf 1955; Benjamini & Hochberg 1995',
  };
}

function ends({ low, high }: { readonly low: number; readonly high: number }, level: number) {
  return [
    { symbol: 'level', value: level },
    { symbol: 'low', value: low },
    { symbol: 'high', value: high },
  ];
}
