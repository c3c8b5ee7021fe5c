import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { CampaignResult, Share } from './result';

/** The formula behind a share of contacts or of users. */
export function working(result: CampaignResult, path: string): Working | null {
  const [list, at, field, more] = parsePath(path);
  if (list === 'groups' || list === 'frequency') {
    const part = result[list].find(({ name }, i) => name === at || i === at);
    if (!part) return null;
    const shares = { opened: part.opened, acted: part.acted, actedOfOpened: part.actedOfOpened };
    return shareWorking(shares[field as keyof typeof shares]);
  }
  if (list !== 'randomised' || at !== 'arms' || more !== 'acted') return null;
  const arm = result.randomised?.arms.find(({ name }, i) => name === field || i === field);
  return shareWorking(arm?.acted);
}

function shareWorking(share: Share | null | undefined): Working | null {
  if (!share || share.rate === null) return null;
  return {
    formula: 'r = x / n',
    figures: [
      { symbol: 'x', value: share.count },
      { symbol: 'n', value: share.of },
      { symbol: '95 % low', value: share.low! },
      { symbol: '95 % high', value: share.high! },
    ],
    value: share.rate,
    source: 'Wilson 1927; Dean & Pagano 2015',
  };
}
