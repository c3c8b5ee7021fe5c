import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { NpsCounts, NpsGroup, NpsResult } from './result';

/** The formula behind a score or a difference of scores. */
export function working(result: NpsResult, path: string): Working | null {
  const [list, at, field] = parsePath(path);
  if (list === 'score') return scoreWorking(result);
  if (list === 'trend' && field === 'score') return scoreWorking(result.trend[Number(at)]);
  if (list !== 'groups' && list !== 'contacts') return null;
  const group = result[list].find(({ name }, i) => name === at || i === at);
  if (field === 'score') return scoreWorking(group);
  return field === 'difference' ? differenceWorking(group) : null;
}

function scoreWorking(counts: NpsCounts | undefined): Working | null {
  if (!counts || counts.score.estimate === null) return null;
  const { answers, promoters, detractors, score } = counts;
  return {
    formula: 'NPS = 100·(promoters − detractors) / n',
    figures: [
      { symbol: 'promoters', value: promoters },
      { symbol: 'detractors', value: detractors },
      { symbol: 'n', value: answers },
      { symbol: '95 % low', value: score.low },
      { symbol: '95 % high', value: score.high },
    ],
    value: score.estimate,
    source: 'Reichheld 2003; Rocks 2016',
  };
}

function differenceWorking(group: NpsGroup | undefined): Working | null {
  if (!group || group.difference.estimate === null) return null;
  const { difference, score, p } = group;
  return {
    formula: 'D = NPS − NPS′, z = D / √(v + v′)',
    figures: [
      { symbol: 'NPS', value: score.estimate! },
      { symbol: '95 % low', value: difference.low },
      { symbol: '95 % high', value: difference.high },
      { symbol: 'p', value: p! },
    ],
    value: difference.estimate,
    source: 'Rocks 2016',
  };
}
