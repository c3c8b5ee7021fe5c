import type { Input } from '../analysis';
import { breakdownBy } from '../breakdown';
import { concat, recoded } from '../joined-arrays';
import { type Purchases, localDay, purchasesOf } from '../purchases';
import type { RepurchaseParams } from './params';

const DAY = 86_400_000;

/** The customers of a block and how long each took to their next purchases. */
export interface Chains {
  /** Positions in the block. */
  readonly user: Uint32Array;
  /** Time of the first purchase. */
  readonly start: Float64Array;
  /** Local days of all purchases that were counted. */
  readonly day: Int32Array;
  /** What divides them; one value, the empty one, without a breakdown. */
  readonly values: readonly string[];
  readonly codes: Int32Array;
  /** For each order from the second on: days it took, or was waited for; NaN where the one before never came. */
  readonly days: readonly Float64Array[];
  /** Days from the one before to the end of the data. */
  readonly watched: readonly Float64Array[];
  /** 1 where it came. */
  readonly came: readonly Uint8Array[];
}

/**
 * Who bought for the first time in the range, and when again. With `distinct: day` purchases of one
 * local day are one, and times are whole days.
 *
 * @throws {Problem} what `purchasesOf` and `breakdownBy` find
 */
export function chainsOf(input: Input, params: RepurchaseParams): Chains {
  const purchases = purchasesOf(input, params.purchase, 'repurchase');
  const { offsets, row, time, day } = purchases;
  const { from = -Infinity, to = Infinity } = input.scope.range ?? {};
  const by = params.breakdown && breakdownBy(input.events, params.breakdown, 'breakdown');
  const clock = clockOf(purchases, params, input);
  const user: number[] = [];
  const codes: number[] = [];
  const counted: number[] = [];
  const orders = params.orders - 1;
  const days = Array.from({ length: orders }, (): number[] => []);
  const watched = Array.from({ length: orders }, (): number[] => []);
  const came = Array.from({ length: orders }, (): number[] => []);
  for (let u = 0; u + 1 < offsets.length; ++u) {
    const first = offsets[u]!;
    if (first === offsets[u + 1]! || !(time[first]! >= from && time[first]! < to)) continue;
    user.push(u);
    codes.push(by ? by.codeOf(row[first]!, u) : 0);
    const mine = distinctPurchases(purchases, u, params.distinct);
    for (const i of mine) counted.push(day[i]!);
    for (let order = 0; order < orders; ++order) {
      const isDue = mine.length > order;
      const before = isDue ? mine[params.since === 'first' ? 0 : order] : undefined;
      const next = mine[order + 1];
      const seen = before === undefined ? NaN : clock.end - clock.at(before);
      watched[order]!.push(seen);
      days[order]!.push(next === undefined ? seen : clock.at(next) - clock.at(before!));
      came[order]!.push(next === undefined ? 0 : 1);
    }
  }
  return {
    user: Uint32Array.from(user),
    start: Float64Array.from(user, (u) => time[offsets[u]!]!),
    day: Int32Array.from(counted),
    values: by ? by.names : [''],
    codes: Int32Array.from(codes),
    days: days.map((each) => Float64Array.from(each)),
    watched: watched.map((each) => Float64Array.from(each)),
    came: came.map((each) => Uint8Array.from(each)),
  };
}

/** Purchases in days: when each was, and up to when all were seen. */
function clockOf({ time, day }: Purchases, { distinct }: RepurchaseParams, { scope }: Input) {
  if (distinct === 'event') {
    return { at: (i: number) => time[i]! / DAY, end: scope.completeThrough / DAY };
  }
  return { at: (i: number) => day[i]!, end: localDay(scope.timezone)(scope.completeThrough - 1) };
}

function distinctPurchases(
  { offsets, day }: Purchases,
  user: number,
  distinct: RepurchaseParams['distinct'],
): number[] {
  const kept: number[] = [];
  for (let i = offsets[user]!; i < offsets[user + 1]!; ++i) {
    if (distinct === 'event' || kept.length === 0 || day[i] !== day[kept.at(-1)!]) kept.push(i);
  }
  return kept;
}

/** The customers of all blocks. */
export function joinedChains(parts: readonly Chains[]): Chains {
  if (parts.length === 1) return parts[0]!;
  return {
    user: concat(parts.map((part) => part.user)),
    start: concat(parts.map((part) => part.start)),
    day: concat(parts.map((part) => part.day)),
    ...recoded(parts),
    days: parts[0]!.days.map((_, order) => concat(parts.map((part) => part.days[order]!))),
    watched: parts[0]!.watched.map((_, order) => concat(parts.map((part) => part.watched[order]!))),
    came: parts[0]!.came.map((_, order) => concat(parts.map((part) => part.came[order]!))),
  };
}
