import { Problem } from '../../base/problem';
import { auc, aucGain } from '../../stats/auc';
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
  const users: number[] = [];
  for (let user = 0; user < index.length; ++user) {
    if (!Number.isNaN(index[user]!)) users.push(user);
  }
  const happened = Uint8Array.from(users, (user) => left[user]!);
  const gone = happened.reduce((sum, each) => sum + each, 0);
  if (Math.min(gone, users.length - gone) < FEWEST) {
    const args = { users: users.length, left: gone, needed: FEWEST };
    const problem = new Problem('cannot-validate', args).toJSON();
    const validation = { state: 'unknown', of: users.length, left: gone, problem } as const;
    return { validation, mayList: false, areaOf: () => null };
  }
  const own = Float64Array.from(users, (user) => index[user]!);
  const danger = own.map((value) => -value);
  const silence = Float64Array.from(users, (user) => silent[user]!);
  const area = auc(danger, happened);
  const { difference, p } = aucGain(danger, silence, happened);
  const group = (test: (index: number) => boolean) => leftRow(own, happened, test);
  const validation: Validation = {
    state: stateOf(area, difference),
    ...group(() => true)!,
    auc: plain(area),
    recency: plain(auc(silence, happened)),
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

/** Of those of whom the score is known; null where that leaves too few. */
function areaOf(
  users: readonly number[],
  happened: Uint8Array,
  score: (user: number) => number,
): Interval | null {
  const scores = users.map(score);
  const known = scores.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
  const those = known.reduce((sum, i) => sum + happened[i]!, 0);
  if (Math.min(those, known.length - those) < FEWEST) return null;
  return plain(
    auc(
      known.map((i) => scores[i]!),
      known.map((i) => happened[i]!),
    ),
  );
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
