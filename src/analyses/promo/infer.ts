import { Problem } from '../../base/problem';
import { durationMs } from '../../base/duration';
import { calendar } from '../../events/calendar';
import type { Proportion } from '../../stats/proportion';
import { scoreTest } from '../../stats/score-test';
import { wilson } from '../../stats/wilson';
import type { Scope } from '../analysis';
import { doubtfulDates } from '../doubtful-dates';
import { orProblem } from '../or-problem';
import { localDay, noPurchases } from '../purchases';
import { type Buyers, classOf, isDependent, joinedBuyers } from './buyers';
import { campaignResult } from './campaign-result';
import type { PromoParams } from './params';
import { type Recipients, joinedRecipients } from './recipients';
import type { AcquiredResult, BuyersResult, FrequentResult, Part, PromoResult } from './result';
import { weekRows } from './week-rows';

const DAY = 86_400_000;
const CLASSES = ['never', 'mixed', 'only'] as const;

/** What is counted of a block. */
export interface PromoCounts {
  readonly buyers: Buyers;
  readonly recipients: Recipients | null;
}

/**
 * Who buys on promotion, and what a promotion did, from the counts of all blocks.
 *
 * @throws {Problem} `no-purchases`, and what `campaignResult` finds
 */
export function infer(
  parts: readonly PromoCounts[],
  params: PromoParams,
  scope: Scope,
): PromoResult {
  const buyers = joinedBuyers(parts.map((part) => part.buyers));
  if (buyers.day.length === 0) throw noPurchases(params.purchase);
  const { alpha, purchase, campaign } = params;
  const all = Array.from(buyers.user.keys());
  const [promoted, value] = [sum(buyers.promotedValue), sum(buyers.value)];
  const lastDay = localDay(scope.timezone)(scope.completeThrough - 1);
  return {
    purchases: part(sum(buyers.isPromoted), buyers.day.length, alpha),
    value: {
      ...{ onPromotion: promoted, of: value, rate: value > 0 ? promoted / value : null },
      ...(value > 0 ? {} : { problem: new Problem('value-not-positive').toJSON() }),
    },
    unit: scope.columnUnits[purchase.value ?? ''] ?? null,
    ...{ missing: buyers.missing, negative: buyers.negative },
    everyone: classesOf(buyers, all, alpha),
    frequent: frequentOf(buyers, all, params),
    acquired: acquiredOf(buyers, params),
    weeks: weekRows(buyers, calendar(scope.timezone, scope.weekStart), scope),
    campaign: campaign
      ? campaignResult(
          joinedRecipients(parts.map(({ recipients }) => recipients!)),
          campaign,
          params,
          scope,
        )
      : null,
    doubtful: doubtfulDates(buyers.day, lastDay),
    alpha,
  };
}

function classesOf(buyers: Buyers, those: readonly number[], alpha: number): BuyersResult {
  return {
    buyers: those.length,
    classes: CLASSES.map((name) => {
      const own = those.filter((i) => classOf(buyers, i) === name);
      return { name, ...part(own.length, those.length, alpha), value: valueOf(buyers, own) };
    }),
  };
}

function frequentOf(buyers: Buyers, all: readonly number[], params: PromoParams): FrequentResult {
  const { minimumOrders, dependentFrom, alpha } = params;
  const those = all.filter((i) => buyers.purchases[i]! >= minimumOrders);
  const dependent = those.filter((i) => isDependent(buyers, i, params));
  return {
    ...{ minimumOrders, dependentFrom, ...classesOf(buyers, those, alpha) },
    dependent: {
      ...part(dependent.length, those.length, alpha),
      ...{ value: valueOf(buyers, dependent), valueOf: valueOf(buyers, those) },
    },
  };
}

/** Who came by a promotion and bought again within the time, against who came at full price. */
function acquiredOf(
  { startedSo, again, watched }: Buyers,
  { within, alpha }: PromoParams,
): AcquiredResult {
  const days = durationMs(within) / DAY;
  const of = (so: number): Proportion => {
    let [n, successes] = [0, 0];
    for (let i = 0; i < startedSo.length; ++i) {
      if (startedSo[i] !== so || !(watched[i]! >= days)) continue;
      ++n;
      if (again[i]! <= days) ++successes;
    }
    return { n, successes };
  };
  const [fullPrice, onPromotion] = [of(0), of(1)];
  const test = orProblem(() => scoreTest(fullPrice, onPromotion, alpha));
  const shares = {
    fullPrice: part(fullPrice.successes, fullPrice.n, alpha),
    onPromotion: part(onPromotion.successes, onPromotion.n, alpha),
  };
  if (!(test instanceof Problem))
    return { days, ...shares, difference: test.difference, p: test.p };
  const problem = test.toJSON();
  const difference = { estimate: null, low: null, high: null, problem };
  return { days, ...shares, difference, p: null, problem };
}

function part(count: number, of: number, alpha: number): Part {
  if (of === 0) {
    const problem = new Problem('nobody-so-often').toJSON();
    return { count, of, rate: null, low: null, high: null, problem };
  }
  const { estimate: rate, low, high } = wilson({ n: of, successes: count }, alpha);
  return { count, of, rate, low, high };
}

function valueOf({ value }: Buyers, those: readonly number[]): number {
  return those.reduce((total, i) => total + value[i]!, 0);
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; ++i) total += values[i]!;
  return total;
}
