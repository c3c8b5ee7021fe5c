import { ADJUSTED, MEANS, RATES, RATIOS, WATCHED_MEANS, WATCHED_RATES } from './methods';
import { type Peeking, peekingAtConversion, peekingAtRevenue } from './peeking';
import {
  buyingWithHistory,
  conversion,
  conversionWith,
  evenRevenuePerOrder,
  revenue,
  revenuePerOrder,
  revenueWith,
  revenueWithHistory,
} from './populations';
import { type Outcome, simulated } from './simulate';

/** Everything that is simulated, each row over the same number of experiments. */
export interface Calibration {
  readonly runs: number;
  readonly withoutEffect: readonly Outcome[];
  readonly peeking: readonly Peeking[];
  readonly withEffect: readonly Outcome[];
  readonly unpromised: readonly Outcome[];
}

export function calibration(runs: number): Calibration {
  return {
    runs,
    withoutEffect: withoutEffect(runs),
    peeking: peeking(runs),
    withEffect: withEffect(runs),
    unpromised: unpromised(runs),
  };
}

/** False positives where Liftbook promises to keep alpha. */
export function withoutEffect(runs: number): Outcome[] {
  const means = [...MEANS, ...WATCHED_MEANS];
  const rates = [...RATES, ...WATCHED_RATES];
  return [
    ...[300, 1000, 5000].flatMap((n) => simulated(revenue, means, [n, n], runs)),
    ...[300, 500, 1000, 5000].flatMap((n) => simulated(conversion, rates, [n, n], runs)),
    ...[300, 1000, 5000].flatMap((n) => simulated(revenueWithHistory, ADJUSTED, [n, n], runs)),
    ...[300, 1000, 5000].flatMap((n) => simulated(buyingWithHistory, ADJUSTED, [n, n], runs)),
    ...[1000, 5000].flatMap((n) => simulated(revenuePerOrder, RATIOS, [n, n], runs)),
  ];
}

/** Looks every day, at 280 to 4,900 users per arm by the planned end. */
export function peeking(runs: number): Peeking[] {
  return [
    ...[20, 70, 350].map((daily) => peekingAtRevenue(daily, runs)),
    ...[20, 70, 350].map((daily) => peekingAtConversion(daily, runs)),
  ];
}

function withEffect(runs: number): Outcome[] {
  const [moreBuyers, moreEach] = [revenueWith(0.5, 0), revenueWith(0, 0.5)];
  return [
    ...[300, 1000, 5000, 20_000].flatMap((n) => simulated(moreBuyers, MEANS, [n, n], runs)),
    ...[300, 1000, 5000, 20_000].flatMap((n) => simulated(moreEach, MEANS, [n, n], runs)),
    ...[500, 1000, 5000].flatMap((n) => simulated(conversionWith(0.5), RATES, [n, n], runs)),
  ];
}

function unpromised(runs: number): Outcome[] {
  return [
    ...[300, 1000].flatMap((n) => simulated(revenue, MEANS, [9 * n, n], runs)),
    ...[300, 1000].flatMap((n) => simulated(conversion, RATES, [9 * n, n], runs)),
    ...[300, 1000].flatMap((n) => simulated(revenueWithHistory, ADJUSTED, [9 * n, n], runs)),
    ...[1000, 5000].flatMap((n) => simulated(evenRevenuePerOrder, RATIOS, [n, n], runs)),
  ];
}
