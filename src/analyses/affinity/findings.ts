import { type Finding, finding } from '../../locale/finding';
import { doubtfulRows } from '../doubtful-rows';
import type { AffinityParams } from './params';
import type { AffinityResult } from './result';

/** More than so many preferences in sentences nobody reads: the table has all. */
const MOST = 3;

/** Which group prefers what, and which content brings users back. */
export function findings(result: AffinityResult, { alpha }: AffinityParams): Finding[] {
  return [...checks(result), ...preferences(result, alpha), ...returning(result, alpha)];
}

function checks({ events, users, without, open, doubtful }: AffinityResult): Finding[] {
  const found = [
    finding('check', 'good', 'affinity.events', { events, users }),
    ...doubtfulRows(doubtful),
  ];
  if (without > 0) found.push(finding('check', 'neutral', 'affinity.without', { events: without }));
  if (open > 0) found.push(finding('check', 'neutral', 'affinity.open', { users: open }));
  return found;
}

function preferences({ cells, groups }: AffinityResult, alpha: number): Finding[] {
  if (groups.length < 2) return [finding('answer', 'neutral', 'affinity.one-group', {})];
  const clear = cells
    .filter(({ pAdjusted, shrunken }) => pAdjusted !== null && pAdjusted < alpha && shrunken > 1)
    .sort((a, b) => b.shrunken - a.shrunken);
  if (clear.length === 0) return [finding('answer', 'neutral', 'affinity.none', {})];
  return clear.slice(0, MOST).map((cell, i) =>
    finding(i === 0 ? 'answer' : 'note', 'neutral', 'affinity.prefers', {
      ...{ group: cell.group, content: cell.content, events: cell.events, of: cell.of },
      ...{ rate: cell.rate, others: cell.others.rate, shrunken: cell.shrunken, lift: cell.lift },
    }),
  );
}

function returning({ contents, fromMs, toMs }: AffinityResult, alpha: number): Finding[] {
  const clear = contents.filter(({ pAdjusted }) => pAdjusted !== null && pAdjusted < alpha);
  const args = { from: fromMs, to: toMs };
  const isKnown = contents.some(({ p }) => p !== null);
  if (!isKnown) return [];
  if (clear.length === 0) return [finding('note', 'neutral', 'affinity.no-return', args)];
  return clear.slice(0, MOST).map(({ name, returned, difference }) => {
    const { estimate, low, high } = difference;
    const tone = (estimate ?? 0) > 0 ? 'good' : 'bad';
    const counts = { rate: returned.rate, returned: returned.returned, of: returned.of };
    const shown = { ...args, content: name, ...counts, estimate, low, high };
    return finding('note', tone, 'affinity.returns', shown);
  });
}
