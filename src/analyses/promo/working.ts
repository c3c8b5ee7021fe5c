import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { Part, PromoResult } from './result';

/** The formula behind a share, a difference of a campaign, or the incremental margin. */
export function working(result: PromoResult, path: string): Working | null {
  const [list, part, name, , index, field] = parsePath(path);
  if (list === 'purchases') return share(result.purchases);
  if (list === 'acquired') {
    return part === 'fullPrice' || part === 'onPromotion' ? share(result.acquired[part]) : null;
  }
  if (list === 'everyone' || list === 'frequent') {
    if (part === 'dependent') return share(result.frequent.dependent ?? undefined);
    return share(result[list].classes.find((each, i) => each.name === name || i === name));
  }
  if (list !== 'campaign' || !result.campaign) return null;
  if (part === 'incrementalMargin') return margin(result);
  const windows = result.campaign.metrics.find(
    (each, i) => each.name === name || i === name,
  )?.windows;
  const window = windows?.find((each, i) => each.window === index || i === index);
  const found = field === 'change' ? window?.change : window?.difference;
  if (!window || !found || found.estimate === null) return null;
  const isChange = field === 'change';
  return {
    formula: isChange ? 'D = (y − y₀·l/l₀)_t − (y − y₀·l/l₀)_c' : 'D = y_t − y_c',
    figures: [
      { symbol: 'y_c', value: window.control! },
      { symbol: 'y_t', value: window.treatment! },
      { symbol: 'low', value: found.low },
      { symbol: 'high', value: found.high },
      { symbol: 'p', value: (isChange ? window.pChange : window.p)! },
    ],
    value: found.estimate,
    source: isChange ? 'Bertrand, Duflo & Mullainathan 2004; Welch 1947' : 'Welch 1947',
  };
}

function share(part: Part | undefined): Working | null {
  if (!part || part.rate === null) return null;
  return {
    formula: 'p = x / n',
    figures: [
      { symbol: 'x', value: part.count },
      { symbol: 'n', value: part.of },
      { symbol: 'low', value: part.low! },
      { symbol: 'high', value: part.high! },
    ],
    value: part.rate,
    source: 'Wilson 1927',
  };
}

function margin({ campaign }: PromoResult): Working | null {
  const { estimate, low, high } = campaign!.incrementalMargin;
  if (estimate === null) return null;
  const users = campaign!.groups[1]!.users;
  return {
    formula: 'M = n_t · D, with D the effect on the margin of one recipient',
    figures: [
      { symbol: 'n_t', value: users },
      { symbol: 'D', value: estimate / users },
      { symbol: 'low', value: low },
      { symbol: 'high', value: high },
    ],
    value: estimate,
    source: campaign!.randomised ? 'Welch 1947' : 'Bertrand, Duflo & Mullainathan 2004',
  };
}
