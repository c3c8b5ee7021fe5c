import { Problem } from '../../base/problem';
import { auc, aucPair } from '../../stats/auc';
import type { Interval } from '../../stats/interval';
import { sampleQuantile } from '../../stats/sample-quantile';
import { wilson } from '../../stats/wilson';
import { BANDS, bandOf } from './bands';
import type { IndexedUsers } from './indexes';
import type { HealthParams } from './params';
import type { LeftRow, NoValidation, Validation } from './result';
import type { Snapshots } from './snapshots';

/** So many must have left, and so many stayed, for the index to be put to the test. */
const FEWEST = 10;

/** What the index was worth, and whether a list may be made of it. */
export interface TestedIndex {
  readonly validation: Validation | NoValidation;
  /** The index of then told those who left from those who stayed. */
  readonly mayList: boolean;
  /** The area of any other score of the same users; null without a validation. Higher should mean leaving. */
  areaOf(score: (user: number) => number): Interval | null;
}

/** The index of `before` against what came after: nothing of it was known then. */
export function testedIndex(
  { left, before: { silent } }: Snapshots,
  { index }: IndexedUsers,
  params: HealthParams,
): TestedIndex {
  const users = positions(index);
  const happened = new Uint8Array(users.length);
  const own = new Float64Array(users.length);
  const danger = new Float64Array(users.length);
  const silence = new Float64Array(users.length);
  let gone = 0;
  for (let i = 0; i < users.length; ++i) {
    const user = users[i]!;
    gone += happened[i] = left[user]!;
    own[i] = index[user]!;
    danger[i] = -own[i]!;
    silence[i] = silent[user]!;
  }
  if (Math.min(gone, users.length - gone) < FEWEST) {
    const args = { users: users.length, left: gone, needed: FEWEST };
    const problem = new Problem('cannot-validate', args).toJSON();
    const validation = { state: 'unknown', of: users.length, left: gone, problem } as const;
    return { validation, mayList: false, areaOf: () => null };
  }
  const { first: area, second, difference, p } = aucPair(danger, silence, happened);
  const group = (test: (index: number) => boolean) => leftRow(own, happened, test);
  const validation: Validation = {
    state: stateOf(area, difference),
    ...group(() => true)!,
    auc: plain(area),
    recency: plain(second),
    difference,
    p,
    lowest: lowestTenth(own, group),
    bands: BANDS.flatMap((name) => {
      const row = group((value) => bandOf(value, params) === name);
      return row ? [{ name, ...row }] : [];
    }),
    steps: Array.from({ length: 10 }, (_, i) => ({ from: 10 * i, to: 10 * (i + 1) })).flatMap(
      ({ from, to }) => {
        const row = group(
          (value) => value >= from && (value < to || (to === 100 && value === 100)),
        );
        return row ? [{ from, to, ...row }] : [];
      },
    ),
  };
  return {
    validation,
    mayList: area.low > 0.5,
    areaOf: (score) => areaOf(users, happened, score),
  };
}

/** Users with an index. */
function positions(index: Float64Array): Uint32Array {
  const found = new Uint32Array(index.length);
  let count = 0;
  for (let user = 0; user < index.length; ++user) {
    if (!Number.isNaN(index[user]!)) found[count++] = user;
  }
  return found.subarray(0, count);
}

/** Of those of whom the score is known; null where that leaves too few. */
function areaOf(
  users: Uint32Array,
  happened: Uint8Array,
  score: (user: number) => number,
): Interval | null {
  const known = new Float64Array(users.length);
  const those = new Uint8Array(users.length);
  let count = 0;
  let gone = 0;
  for (let i = 0; i < users.length; ++i) {
    const value = score(users[i]!);
    if (Number.isNaN(value)) continue;
    known[count] = value;
    gone += those[count++] = happened[i]!;
  }
  if (Math.min(gone, count - gone) < FEWEST) return null;
  return plain(auc(known.subarray(0, count), those.subarray(0, count)));
}

function stateOf(area: Interval, difference: Interval): Validation['state'] {
  if (area.low <= 0.5) return 'useless';
  if (difference.low > 0) return 'better';
  return difference.high < 0 ? 'worse' : 'no-better';
}

function lowestTenth(
  index: Float64Array,
  group: (test: (index: number) => boolean) => LeftRow | null,
): Validation['lowest'] {
  const edge = sampleQuantile(index, 0.1);
  const lowest = group((value) => value <= edge)!;
  return { ...lowest, lift: lowest.rate / group(() => true)!.rate };
}

function leftRow(
  index: Float64Array,
  happened: Uint8Array,
  test: (index: number) => boolean,
): LeftRow | null {
  let of = 0;
  let left = 0;
  for (let i = 0; i < index.length; ++i) {
    if (!test(index[i]!)) continue;
    ++of;
    left += happened[i]!;
  }
  if (of === 0) return null;
  const { estimate: rate, low, high } = wilson({ n: of, successes: left });
  return { of, left, rate, low, high };
}

function plain({ estimate, low, high }: Interval): Interval {
  return { estimate, low, high };
}
