import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { RfmResult } from './result';

/** The formula behind the share or the part of a segment, or behind the share of a move. */
export function working(result: RfmResult, path: string): Working | null {
  const [list, which, field, last] = parsePath(path);
  if (list === 'segments') return segmentWorking(result, which, field);
  if (list === 'migration' && last === 'share') return moveWorking(result, field);
  return null;
}

function segmentWorking(
  { segments, value: total }: RfmResult,
  which: string | number | undefined,
  field: string | number | undefined,
): Working | null {
  const found = segments.find(({ name }, i) => name === which || i === which);
  if (!found) return null;
  const { users, of, share, value, part } = found;
  if (field === 'share') {
    return {
      formula: 'share = n_s / n',
      figures: [
        { symbol: 'n_s', value: users },
        { symbol: 'n', value: of },
      ],
      value: share,
      source: 'Hughes 1994',
    };
  }
  if (field !== 'part' || part === null) return null;
  return {
    formula: 'part = Σ M of the segment / Σ M of all customers',
    figures: [
      { symbol: 'Σ M of the segment', value },
      { symbol: 'Σ M of all customers', value: total },
    ],
    value: part,
    source: 'Hughes 1994',
  };
}

function moveWorking({ migration }: RfmResult, which: string | number | undefined): Working | null {
  const found = migration?.rows.find(({ name }, i) => name === which || i === which);
  if (!found) return null;
  return {
    formula: 'share = moved / all who were there, with Wilson’s interval',
    figures: [
      { symbol: 'moved', value: found.users },
      { symbol: 'all who were there', value: found.of },
      { symbol: '95 % low', value: found.low },
      { symbol: '95 % high', value: found.high },
    ],
    value: found.share,
    source: 'Wilson 1927',
  };
}
