import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { Drop, FrictionGroup, FrictionResult } from './result';

/** The formula behind a drop-off, the share that waiting explains, or the difference of a sign. */
export function working(result: FrictionResult, path: string): Working | null {
  const [list, at, groups, which, part, index, side] = parsePath(path);
  if (list !== 'transitions' || groups !== 'groups') return null;
  const transition = result.transitions.find(({ name }, i) => name === at || i === at);
  const group = transition?.groups.find(({ name }, i) => name === which || i === which);
  if (!group) return null;
  if (part === 'dropped') return dropWorking(group.dropped);
  if (part === 'bands') return dropWorking(group.bands[Number(index)]);
  if (part === 'explained') return explainedWorking(group);
  return part === 'signs' ? signWorking(group, index!, side) : null;
}

function dropWorking(drop: Drop | undefined): Working | null {
  if (!drop || drop.rate === null) return null;
  return {
    formula: 'r = dropped / attempts',
    figures: [
      { symbol: 'dropped', value: drop.dropped },
      { symbol: 'attempts', value: drop.of },
      { symbol: '95 % low', value: drop.low! },
      { symbol: '95 % high', value: drop.high! },
    ],
    value: drop.rate,
    source: 'Wilson 1927; Dean & Pagano 2015',
  };
}

function explainedWorking({ explained, bands }: FrictionGroup): Working | null {
  if (explained === null || explained.estimate === null) return null;
  const dropped = bands.reduce((sum, band) => sum + band.dropped, 0);
  const attempts = bands.reduce((sum, band) => sum + band.of, 0);
  return {
    formula: 'explained = 1 − r₁ / r',
    figures: [
      { symbol: 'r₁, shortest wait', value: bands[0]!.rate! },
      { symbol: 'r', value: dropped / attempts },
      { symbol: '95 % low', value: explained.low },
      { symbol: '95 % high', value: explained.high },
    ],
    value: explained.estimate,
    source: 'Levin 1953',
  };
}

function signWorking(
  { signs }: FrictionGroup,
  index: string | number,
  side: string | number | undefined,
): Working | null {
  const sign = signs.find(({ name }, i) => name === index || i === index);
  if (!sign) return null;
  if (side === 'with' || side === 'without') return dropWorking(sign[side]);
  if (side !== 'difference' || sign.difference.estimate === null) return null;
  const { estimate, low, high } = sign.difference;
  return {
    formula: 'D = r(with) − r(without)',
    figures: [
      { symbol: 'r(with)', value: sign.with.rate! },
      { symbol: 'r(without)', value: sign.without.rate! },
      { symbol: '95 % low', value: low },
      { symbol: '95 % high', value: high },
    ],
    value: estimate,
    source: 'Deng, Knoblich & Lu 2018',
  };
}
