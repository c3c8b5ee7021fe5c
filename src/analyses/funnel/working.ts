import { type Path, parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { FunnelGroup, FunnelResult, Rate, StepTime } from './result';

/** The formula behind a rate, a median time, a difference or an odds ratio. */
export function working(result: FunnelResult, path: string): Working | null {
  const [list, name, ...rest] = parsePath(path);
  if (list === 'comparisons') return comparisonWorking(result, Number(name), String(rest[0]));
  if (list === 'drivers') return driverWorking(result, Number(rest[0]), String(rest[1]));
  const group = result.groups.find((each, i) => each.name === name || i === name);
  if (list !== 'groups' || !group) return null;
  return groupWorking(result, group, rest);
}

function groupWorking(
  { count }: FunnelResult,
  { steps, conversion }: FunnelGroup,
  [field, index, what]: Path,
): Working | null {
  if (field === 'conversion') return timeWorking(conversion.time);
  const step = field === 'steps' ? steps[Number(index)] : undefined;
  switch (what) {
    case 'ofFirst':
    case 'ofPrevious':
      return step ? rateWorking(step[what], count) : null;
    case 'time':
      return step?.time ? timeWorking(step.time) : null;
    default:
      return null;
  }
}

function rateWorking({ users, of, rate, low, high }: Rate, count: FunnelResult['count']) {
  if (rate === null) return null;
  return {
    formula: 'p = x / n',
    figures: [
      { symbol: 'x', value: users },
      { symbol: 'n', value: of },
      { symbol: 'low', value: low },
      { symbol: 'high', value: high },
    ],
    value: rate,
    source: count === 'users' ? 'Wilson 1927' : 'Wilson 1927; Dean & Pagano 2015',
  };
}

function timeWorking({ medianMs, low, high, p25Ms, p75Ms, p90Ms }: StepTime): Working | null {
  if (medianMs === null) return null;
  const figures = { 'low, ms': low, 'high, ms': high, 'q25, ms': p25Ms, 'q75, ms': p75Ms };
  return {
    formula: 'median of the times, in ms; its interval lies between two of them',
    figures: Object.entries({ ...figures, 'q90, ms': p90Ms }).flatMap(([symbol, value]) =>
      value === null ? [] : [{ symbol, value }],
    ),
    value: medianMs,
    source: 'Thompson 1936; Hyndman & Fan 1996 (type 7)',
  };
}

function comparisonWorking(result: FunnelResult, index: number, field: string): Working | null {
  const comparison = result.comparisons[index];
  if (!comparison || comparison.difference.estimate === null) return null;
  const { group, step, difference, p, pAdjusted, level } = comparison;
  const rateOf = (name: string | null) =>
    result.groups.find((each) => each.name === name)!.steps[step - 1]!.ofFirst;
  const [control, treated] = [rateOf(result.control), rateOf(group)];
  const source =
    result.count === 'users' ? 'Pearson 1900; Mee 1984' : 'Deng, Knoblich & Lu 2018 (delta method)';
  const counts = [
    { symbol: 'x_t', value: treated.users },
    { symbol: 'n_t', value: treated.of },
    { symbol: 'x_c', value: control.users },
    { symbol: 'n_c', value: control.of },
  ];
  if (field === 'difference') {
    return {
      formula: 'D = x_t/n_t − x_c/n_c',
      figures: [
        ...counts,
        { symbol: 'level', value: level },
        { symbol: 'low', value: difference.low },
        { symbol: 'high', value: difference.high },
      ],
      value: difference.estimate,
      source,
    };
  }
  if (field !== 'p' || p === null || pAdjusted === null) return null;
  return {
    formula: 'p of “D = 0”, then p adjusted over all comparisons; level = 1 − α · p / p adjusted',
    figures: [...counts, { symbol: 'p', value: p }, { symbol: 'level', value: level }],
    value: pAdjusted,
    source: `${source}; Holm 1979`,
  };
}

function driverWorking({ drivers }: FunnelResult, index: number, field: string): Working | null {
  const trait = drivers?.traits[index];
  if (!trait) return null;
  const { counts, of, odds, p, pAdjusted, level } = trait;
  const [a, c] = counts;
  const figures = [
    { symbol: 'a', value: a },
    { symbol: 'b', value: of[0] - a },
    { symbol: 'c', value: c },
    { symbol: 'd', value: of[1] - c },
    { symbol: 'level', value: level },
  ];
  if (field === 'odds') {
    const ends = [
      { symbol: 'low', value: odds.low },
      { symbol: 'high', value: odds.high },
    ];
    return {
      formula: 'OR = (a + 1)(d + 1) / ((b + 1)(c + 1))',
      figures: [...figures, ...ends],
      value: odds.estimate,
      source: 'Woolf 1955',
    };
  }
  if (field !== 'p') return null;
  return {
    formula: 'z = ln OR / √( 1/(a+1) + 1/(b+1) + 1/(c+1) + 1/(d+1) )',
    figures: [...figures, { symbol: 'p', value: p }],
    value: pAdjusted,
    source: 'Woolf 1955; Benjamini & Hochberg 1995',
  };
}
