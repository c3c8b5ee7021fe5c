import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { SegmentsResult } from './result';

/** The formula behind a Jaccard index or the odds of a trait. */
export function working({ overlaps, portrait }: SegmentsResult, path: string): Working | null {
  const [list, index, place] = parsePath(path);
  if (list === 'overlaps') {
    const overlap = overlaps[Number(index)];
    if (!overlap || overlap.jaccard.estimate === null) return null;
    return {
      formula: 'J = |A ∩ B| / |A ∪ B|',
      figures: [
        { symbol: '|A ∩ B|', value: overlap.both },
        { symbol: '|A ∪ B|', value: overlap.either },
        { symbol: '95 % low', value: overlap.jaccard.low },
        { symbol: '95 % high', value: overlap.jaccard.high },
      ],
      value: overlap.jaccard.estimate,
      source: 'Jaccard 1912; Wilson 1927',
    };
  }
  const trait = list === 'portrait' ? portrait?.traits[Number(place)] : undefined;
  if (!trait) return null;
  const { counts, of, odds, level } = trait;
  return {
    formula: 'OR = (a + 1)(d + 1) / ((b + 1)(c + 1))',
    figures: [
      { symbol: 'a', value: counts[0] },
      { symbol: 'b', value: of[0] - counts[0] },
      { symbol: 'c', value: counts[1] },
      { symbol: 'd', value: of[1] - counts[1] },
      { symbol: 'level', value: level },
      { symbol: 'low', value: odds.low },
      { symbol: 'high', value: odds.high },
    ],
    value: odds.estimate,
    source: 'Woolf 1955; Benjamini & Hochberg 1995',
  };
}
