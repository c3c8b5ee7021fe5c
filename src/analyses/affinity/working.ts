import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { AffinityResult } from './result';

/** The formula behind a share, a shrunken lift, a depth or a share who came back. */
export function working(result: AffinityResult, path: string): Working | null {
  const [list, at, field] = parsePath(path);
  if (list === 'cells') return cellWorking(result, at, field);
  if (list !== 'contents') return null;
  const content = result.contents.find(({ name }, i) => name === at || i === at);
  if (content && field === 'depth') {
    return {
      formula: 'depth = events / users',
      figures: [
        { symbol: 'events', value: content.events },
        { symbol: 'users', value: content.users },
      ],
      value: content.depth,
      source: '',
    };
  }
  if (field !== 'returned' || !content || content.returned.rate === null) return null;
  return {
    formula: 'r = came back / began',
    figures: [
      { symbol: 'came back', value: content.returned.returned },
      { symbol: 'began', value: content.returned.of },
    ],
    value: content.returned.rate,
    source: 'Wilson 1927',
  };
}

function cellWorking(
  { cells, shrinkage }: AffinityResult,
  at: string | number | undefined,
  field: string | number | undefined,
): Working | null {
  const cell = cells.find(({ name }, i) => name === at || i === at);
  if (!cell) return null;
  if (field === 'rate') {
    return {
      formula: 'r = events / events of the group',
      figures: [
        { symbol: 'events', value: cell.events },
        { symbol: 'events of the group', value: cell.of },
      ],
      value: cell.rate,
      source: 'Dean & Pagano 2015',
    };
  }
  if (field !== 'shrunken' || shrinkage === null || cell.lift === 0) return null;
  return {
    formula: 'lift = (n + κ) / (e + κ)',
    figures: [
      { symbol: 'n', value: cell.events },
      { symbol: 'e', value: cell.events / cell.lift },
      { symbol: 'κ', value: shrinkage },
    ],
    value: cell.shrunken,
    source: 'Clayton & Kaldor 1987',
  };
}
