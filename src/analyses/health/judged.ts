import { steadyBand } from './bands';
import { type IndexedUsers, indexesOf, scalesOf, weightsOf } from './indexes';
import type { HealthParams } from './params';
import type { BandName } from './result';
import type { Snapshots } from './snapshots';
import { type TestedIndex, testedIndex } from './validation';

/** Everybody with an index, a band, and whether to win them back. */
export interface Judged {
  readonly weights: readonly number[];
  readonly now: IndexedUsers;
  readonly before: IndexedUsers;
  readonly test: TestedIndex;
  /** The band of each user; null without an index. */
  bandAt(user: number): BandName | null;
  /** Positions of the users on the list, the most at stake first; nobody while the index is not shown to say anything. */
  readonly list: Uint32Array;
  isLow(user: number): boolean;
  hasFallen(user: number): boolean;
  /** What the user is expected to bring, times the distance of the index from 100; NaN without `value`. */
  atStake(user: number): number;
}

/**
 * Everybody's index now and before, the test of the index on what came after, and the list.
 *
 * @throws {Problem} `no-weights`, `bands-overlap`
 */
export function judged(snapshots: Snapshots, params: HealthParams): Judged {
  const weights = weightsOf(params.dimensions);
  const scales = scalesOf(snapshots, params);
  const now = indexesOf(snapshots.now, scales, weights);
  const before = indexesOf(snapshots.before, scales, weights);
  const test = testedIndex(snapshots, before, params);
  const bandAt = (user: number): BandName | null =>
    Number.isNaN(now.index[user]!)
      ? null
      : steadyBand(now.index[user]!, before.index[user]!, params);
  const isLow = (user: number) => bandAt(user) === 'winback';
  const hasFallen = (user: number) =>
    params.drop !== null && before.index[user]! - now.index[user]! >= params.drop;
  const atStake = (user: number) => snapshots.value[user]! * (1 - now.index[user]! / 100);
  const list = test.mayList ? listed(now.index, (user) => isLow(user) || hasFallen(user)) : NOBODY;
  const stakes = new Float64Array(now.index.length);
  if (params.value !== undefined) for (const user of list) stakes[user] = atStake(user);
  list.sort((a, b) => stakes[b]! - stakes[a]! || now.index[a]! - now.index[b]! || a - b);
  return { weights, now, before, test, bandAt, list, isLow, hasFallen, atStake };
}

const NOBODY = new Uint32Array(0);

function listed(index: Float64Array, test: (user: number) => boolean): Uint32Array {
  const found = new Uint32Array(index.length);
  let count = 0;
  for (let user = 0; user < index.length; ++user) if (test(user)) found[count++] = user;
  return found.slice(0, count);
}

/** So many reasons are given at most. */
const MOST_REASONS = 3;

/** The reasons of one user: the dimensions that lost most against the user's own past, at most three. */
export function reasonsOf(found: Judged, user: number): number[] {
  const reasons: number[] = [];
  for (let d = 0; d < found.weights.length; ++d) {
    const loss = lossOf(found, user, d);
    if (!(loss > 0)) continue;
    let place = reasons.length;
    while (place > 0 && lossOf(found, user, reasons[place - 1]!) < loss) --place;
    if (place < MOST_REASONS) reasons.splice(place, 0, d);
    if (reasons.length > MOST_REASONS) reasons.pop();
  }
  return reasons;
}

/** How much a dimension has fallen; of a user without a past, how far it is below the middle of the reference. */
function lossOf({ now, before, weights }: Judged, user: number, d: number): number {
  const then = Number.isNaN(before.index[user]!) ? 0.5 : before.scores[d]![user]!;
  return weights[d]! * (then - now.scores[d]![user]!);
}
