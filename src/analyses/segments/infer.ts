import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { wilson } from '../../stats/wilson';
import type { Scope } from '../analysis';
import { distinctions } from '../distinguishing';
import { liftsOf } from './lifts';
import { type Memberships, portraitPlace } from './memberships';
import type { SegmentsParams } from './params';
import type { Overlap, Portrait, SegmentResult, SegmentsResult, SizeRow } from './result';

/** Traits shown. */
const MOST_TRAITS = 20;

/**
 * The result from the memberships of all users.
 *
 * @throws {Problem} `nobody-active` where the data hold nobody
 * @throws {Problem} `not-in-data` when `portrait` is none of the segments
 */
export function infer(found: Memberships, params: SegmentsParams, scope: Scope): SegmentsResult {
  const users = count(found.here);
  if (users === 0) throw new Problem('nothing-to-count', { event: '*' });
  const dates = calendar(scope.timezone, scope.weekStart);
  return {
    through: dates.date(scope.completeThrough - 1),
    users,
    segments: params.segments.map((name, i) => segmentResult(found, i, name, scope)),
    overlaps: overlapsOf(found, params),
    lifts: liftsOf(found.metrics, params, scope),
    portrait: portraitOf(found, params),
  };
}

function segmentResult(found: Memberships, i: number, name: string, scope: Scope): SegmentResult {
  const users = count(found.now[i]!);
  const of = count(found.here);
  const { estimate: share, low, high } = wilson({ n: of, successes: users });
  return { name, users, of, share, low, high, rows: sizeRows(found, i, scope) };
}

/** The end of each whole period in the range. */
function sizeRows({ edges, present, sizes }: Memberships, i: number, scope: Scope): SizeRow[] {
  const dates = calendar(scope.timezone, scope.weekStart);
  const { users, entered, left } = sizes[i]!;
  const rows: SizeRow[] = [];
  for (let end = 1; end < edges.length; ++end) {
    const from = edges[end - 1]!;
    if (users[end]! - users[end - 1]! !== entered[end]! - left[end]!) {
      throw new Error('the entries and exits of a segment do not add up');
    }
    const { range } = scope;
    if (range !== null && (from < range.from || from >= range.to)) continue;
    const of = present[end]!;
    rows.push({
      start: dates.date(from),
      ...{ users: users[end]!, of, share: of > 0 ? users[end]! / of : 0 },
      ...{ entered: entered[end]!, left: left[end]! },
    });
  }
  return rows;
}

function overlapsOf({ now }: Memberships, { segments }: SegmentsParams): Overlap[] {
  return segments.flatMap((first, i) =>
    segments.slice(i + 1).map((second, k): Overlap => {
      const [a, b] = [now[i]!, now[i + 1 + k]!];
      let both = 0;
      let either = 0;
      for (let user = 0; user < a.length; ++user) {
        both += a[user]! & b[user]!;
        either += a[user]! | b[user]!;
      }
      const base = { name: `${first} × ${second}`, first, second, both, either };
      if (either > 0) return { ...base, jaccard: wilson({ n: either, successes: both }) };
      const problem = new Problem('nobody-in-either', { first, second }).toJSON();
      return { ...base, jaccard: { estimate: null, low: null, high: null, problem } };
    }),
  );
}

function portraitOf({ portrait }: Memberships, params: SegmentsParams): Portrait {
  const all = distinctions(portrait);
  const [users, others] = portrait.sides;
  return {
    ...{ name: params.segments[portraitPlace(params)]!, users, others, compared: all.length },
    traits: all.filter(({ pAdjusted }) => pAdjusted < 0.1).slice(0, MOST_TRAITS),
  };
}

function count(mask: Uint8Array): number {
  return mask.reduce((total, each) => total + each, 0);
}
