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
  snapshots: Snapshots,
  { index }: IndexedUsers,
  params: HealthParams,
): TestedIndex {
  const then = usersThen(snapshots, index);
  const { users, happened, gone } = then;
  if (Math.min(gone, users.length - gone) < FEWEST) {
    const args = { users: users.length, left: gone, needed: FEWEST };
    const problem = new Problem('cannot-validate', args).toJSON();
    const validation = { state: 'unknown', of: users.length, left: gone, problem } as const;
    return { validation, mayList: false, areaOf: () => null };
  }
  const validation = validationOf(then, params);
  return {
    validation,
    mayList: validation.auc.low > 0.5,
    areaOf: (score) => areaOf(users, happened, score),
  };
}

/** Users who had an index, and what became of them; an entry for each. */
interface UsersThen {
  readonly users: Uint32Array;
  readonly index: Float64Array;
  /** 100 less the index, up to a constant: the higher, the more in danger. */
  readonly danger: Float64Array;
  /** Whole days without activity. */
  readonly silence: Float64Array;
  /** 1 for those who left. */
  readonly happened: Uint8Array;
  readonly gone: number;
}

function usersThen({ left, before: { silent } }: Snapshots, all: Float64Array): UsersThen {
  const users = positions(all);
  const happened = new Uint8Array(users.length);
  const index = new Float64Array(users.length);
  const danger = new Float64Array(users.length);
  const silence = new Float64Array(users.length);
  let gone = 0;
  for (let i = 0; i < users.length; ++i) {
    const user = users[i]!;
    gone += happened[i] = left[user]!;
    index[i] = all[user]!;
    danger[i] = -index[i]!;
    silence[i] = silent[user]!;
  }
  return { users, index, danger, silence, happened, gone };
}

function validationOf(
  { index, danger, silence, happened }: UsersThen,
  params: HealthParams,
): Validation {
  const { first: area, second, difference, p } = aucPair(danger, silence, happened);
  const rows = (places: number, placeOf: (index: number) => number) =>
    leftRows(index, happened, places, placeOf);
  const whole = rows(1, () => 0)[0]!;
  const edge = sampleQuantile(index, 0.1);
  const lowest = rows(1, (value) => (value <= edge ? 0 : 1))[0]!;
  const ofBands = rows(BANDS.length, (value) => BANDS.indexOf(bandOf(value, params)));
  const ofSteps = rows(STEPS, (value) => Math.min(STEPS - 1, Math.floor((value / 100) * STEPS)));
  return {
    ...{ state: stateOf(area, difference), ...whole },
    ...{ auc: plain(area), recency: plain(second), difference, p },
    lowest: { ...lowest, lift: lowest.rate / whole.rate },
    bands: ofBands.flatMap((row, i) => (row ? [{ name: BANDS[i]!, ...row }] : [])),
    steps: ofSteps.flatMap((row, i) =>
      row ? [{ from: (100 / STEPS) * i, to: (100 / STEPS) * (i + 1), ...row }] : [],
    ),
  };
}

/** Steps of the index by which those who left are counted. */
const STEPS = 10;

/** Users by place, and those of them who left; null for a place nobody is in, other places are left out. */
function leftRows(
  index: Float64Array,
  happened: Uint8Array,
  places: number,
  placeOf: (index: number) => number,
): (LeftRow | null)[] {
  const of = new Float64Array(places);
  const left = new Float64Array(places);
  for (let i = 0; i < index.length; ++i) {
    const place = placeOf(index[i]!);
    if (place >= places) continue;
    ++of[place]!;
    left[place]! += happened[i]!;
  }
  return Array.from(of, (n, place) => {
    if (n === 0) return null;
    const { estimate: rate, low, high } = wilson({ n, successes: left[place]! });
    return { of: n, left: left[place]!, rate, low, high };
  });
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

function plain({ estimate, low, high }: Interval): Interval {
  return { estimate, low, high };
}
