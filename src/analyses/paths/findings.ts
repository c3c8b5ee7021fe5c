import { type Finding, finding } from '../../locale/finding';
import type { PathsParams } from './params';
import type { PathComparison, PathsResult } from './result';
import { END } from './sequences';

/** Differences beyond these are in the table. */
const MOST_DIFFERENCES = 3;

/** How many paths there are, which way they go, where they end, and what differs between groups. */
export function findings(result: PathsResult, params: PathsParams): Finding[] {
  return [...checks(result), ...answer(result, params), ...stops(result), ...differences(result)];
}

function checks({ paths, users, open, count }: PathsResult): Finding[] {
  const counted = finding('check', 'good', 'paths.counted', { paths, users, count });
  return open === 0
    ? [counted]
    : [counted, finding('check', 'neutral', 'paths.open', { open, count })];
}

function answer({ sequences, reached, count, rest }: PathsResult, params: PathsParams): Finding[] {
  const [top] = sequences;
  const ends = { from: named(params.from), to: named(params.to), count };
  const most = { name: top!.name, paths: top!.paths, of: top!.of, rate: top!.rate };
  const listed = { sequences: sequences.length, others: rest.sequences, left: rest.paths };
  const other =
    rest.sequences === 0 ? [] : [finding('note', 'neutral', 'paths.rest', { ...listed, count })];
  if (reached === null) {
    return [finding('answer', 'neutral', 'paths.most', { ...ends, ...most }), ...other];
  }
  const best = sequences.find((each) => each.reached);
  const { rate, low, high, paths, of } = reached;
  const answered = { ...ends, rate, low, high, paths, of };
  return [
    finding('answer', 'neutral', 'paths.reached', answered),
    ...(best
      ? [finding('note', 'neutral', 'paths.way', { name: best.name, paths: best.paths, of: paths })]
      : []),
    ...other,
  ];
}

/** After which event most of the others stop. */
function stops({ flow, reached }: PathsResult): Finding[] {
  if (reached === null) return [];
  const lost = new Map<string, number>();
  for (const { from, to, paths } of flow) {
    if (to === END) lost.set(from, (lost.get(from) ?? 0) + paths);
  }
  const [most] = [...lost].sort((a, b) => b[1] - a[1]);
  if (!most) return [];
  const [event, paths] = most;
  return [
    finding('note', 'neutral', 'paths.stop', { event, paths, of: reached.of - reached.paths }),
  ];
}

function differences({ comparisons, alpha, groups }: PathsResult): Finding[] {
  if (groups.length < 2) return [];
  const clear = comparisons
    .filter(({ pAdjusted }) => pAdjusted !== null && pAdjusted < alpha)
    .sort((a, b) => a.p! - b.p!);
  const tested = comparisons.filter(({ p }) => p !== null).length;
  const control = groups[0]!.name;
  if (clear.length === 0) {
    return [finding('note', 'neutral', 'paths.no-difference', { tested, control })];
  }
  const shown = clear.slice(0, MOST_DIFFERENCES).map((each) => difference(each, control));
  const args = { clear: clear.length, tested, control };
  return [...shown, finding('note', 'neutral', 'paths.differences', args)];
}

function difference(each: PathComparison, other: string): Finding {
  const { name, group, treatment, control, pAdjusted } = each;
  const { estimate, low, high } = each.difference;
  const rates = { rate: treatment.rate, otherRate: control.rate };
  const args = { name, group, other, ...rates, estimate, low, high, p: pAdjusted };
  return finding('note', 'neutral', 'paths.differs', args);
}

function named(filter: PathsParams['from']): string | null {
  return filter === undefined ? null : [filter.event].flat().join(' / ');
}
