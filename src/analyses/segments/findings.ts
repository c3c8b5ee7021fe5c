import { type Finding, finding } from '../../locale/finding';
import type { SegmentResult, SegmentsResult } from './result';

/** How large each segment is and where it goes, what sets it apart, and how they overlap. */
export function findings(result: SegmentsResult): Finding[] {
  return [
    ...result.segments.flatMap(checks),
    ...result.segments.map(size),
    ...overlaps(result),
    ...lifts(result),
    ...portrait(result),
  ];
}

function checks({ name, users, of }: SegmentResult): Finding[] {
  if (users === 0) return [finding('check', 'warn', 'segments.nobody', { name, of })];
  if (users === of) return [finding('check', 'warn', 'segments.everybody', { name, of })];
  return [];
}

function size({ name, users, of, share, rows }: SegmentResult): Finding {
  const last = rows.at(-1);
  const args = {
    ...{ name, users, of, share },
    ...{ entered: last?.entered ?? null, left: last?.left ?? null, start: last?.start ?? null },
  };
  return finding('answer', 'neutral', last ? 'segments.moves' : 'segments.size', args);
}

function overlaps({ overlaps }: SegmentsResult): Finding[] {
  const known = overlaps.flatMap(({ jaccard, ...rest }) =>
    jaccard.estimate === null ? [] : [{ ...rest, share: jaccard.estimate }],
  );
  const closest = known.toSorted((a, b) => b.share - a.share)[0];
  if (!closest || closest.both === 0) return [];
  const { first, second, both, either, share } = closest;
  const args = { first, second, both, either, share };
  return [finding('note', 'neutral', 'segments.overlap', args)];
}

function lifts({ lifts }: SegmentsResult): Finding[] {
  return lifts.flatMap(({ segment, metric, lift, pAdjusted, difference }) => {
    if (difference.estimate === null || (difference.low <= 0 && difference.high >= 0)) return [];
    if (lift.estimate === null) return [];
    const args = {
      segment,
      metric,
      lift: lift.estimate,
      low: lift.low,
      high: lift.high,
      p: pAdjusted,
    };
    return [finding('note', 'neutral', 'segments.lift', args)];
  });
}

function portrait({ portrait }: SegmentsResult): Finding[] {
  if (!portrait) return [];
  const { name, users, others, compared, traits } = portrait;
  if (users === 0 || others === 0) return [];
  const [first] = traits;
  const args = { name, compared, found: traits.length };
  if (!first) return [finding('note', 'neutral', 'segments.no-traits', args)];
  const { kind, column, value, counts, of } = first;
  return [
    finding('note', 'neutral', 'segments.trait', {
      ...{ ...args, kind, column, value: String(value) },
      ...{ own: counts[0] / of[0], other: counts[1] / of[1] },
    }),
  ];
}
