import { type Finding, finding } from '../../locale/finding';
import type { RfmResult, SegmentRow } from './result';

/** From this share on customers with one value are too many to be told apart by it. */
const LARGE_TIE = 0.2;
/** Worth winning back. */
const LEAVING = ['cannot-lose', 'at-risk'];

/** Which customers bring most, which of the good ones stay away, and who moved. */
export function findings(result: RfmResult): Finding[] {
  return [...checks(result), ...answer(result), ...notes(result)];
}

function checks(result: RfmResult): Finding[] {
  const { customers, purchase, purchases, reference, refunds, missing, stray, scores } = result;
  const found = [
    finding('check', 'good', 'rfm.customers', { customers, purchase, purchases, reference }),
  ];
  if (stray !== null) found.push(finding('warning', 'warn', 'rfm.stray', { ...stray, reference }));
  if (refunds > 0) found.push(finding('check', 'warn', 'rfm.refunds', { rows: refunds }));
  if (missing > 0) found.push(finding('check', 'warn', 'rfm.missing', { rows: missing }));
  for (const { name, tie } of scores) {
    const { value, users, of, share } = tie;
    const args = { measure: name, value, users, of, share };
    if (users === of) found.push(finding('warning', 'warn', 'rfm.same', args));
    else if (share > LARGE_TIE) found.push(finding('check', 'neutral', 'rfm.tie', args));
  }
  return found;
}

/** The segment that brings most. */
function answer({ segments, unit }: RfmResult): Finding[] {
  const ranked = segments.filter(({ users }) => users > 0).sort((a, b) => b.value - a.value);
  const [best] = ranked;
  if (!best) return [];
  return [finding('answer', 'neutral', 'rfm.best', shown(best, unit))];
}

function notes({ segments, migration, unit, reference }: RfmResult): Finding[] {
  const found: Finding[] = [];
  for (const segment of segments) {
    if (!LEAVING.includes(segment.name) || segment.users === 0) continue;
    found.push(finding('note', 'neutral', 'rfm.leaving', shown(segment, unit)));
  }
  if (migration === null) return found;
  const { previous, customers, kept, rows, cutsMoved } = migration;
  found.push(
    finding('note', 'neutral', 'rfm.kept', {
      ...{ previous, reference, customers, users: kept.users, share: kept.estimate },
      ...{ low: kept.low, high: kept.high },
    }),
  );
  const [largest] = rows
    .filter(({ from, to }) => from !== to && !from.startsWith('('))
    .sort((a, b) => b.users - a.users);
  if (largest) {
    const { from, to, users, of, share } = largest;
    found.push(finding('note', 'neutral', 'rfm.moved', { from, to, users, of, share }));
  }
  if (cutsMoved) found.push(finding('note', 'neutral', 'rfm.cuts-moved', { previous }));
  return found;
}

function shown({ name, users, of, share, value, part }: SegmentRow, unit: string | null) {
  return { segment: name, users, of, share, value, part, unit };
}
