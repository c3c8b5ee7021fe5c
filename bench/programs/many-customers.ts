import { type BuyingHistories, groupedHistories } from '../../src/stats/buying-histories';

/** Mean weeks between purchases of the customer in the middle. */
const WEEKS = 6;
const DAYS = 365;

/**
 * Histories of invented customers who came over a year, grouped by day: each buys at a rate of their
 * own (exponential over customers) and leaves after a purchase with a chance of their own (beta).
 */
export function manyCustomers(count: number): BuyingHistories {
  const next = dice(5);
  const repeats = new Int32Array(count);
  const last = new Int32Array(count);
  const age = new Int32Array(count);
  for (let i = 0; i < count; ++i) {
    age[i] = 30 + Math.floor(next() * (DAYS - 30));
    const perDay = -Math.log(1 - next()) / WEEKS / 7;
    const leaving = next() ** 2;
    let day = 0;
    while (next() >= leaving) {
      day += Math.ceil(-Math.log(1 - next()) / perDay);
      if (day > age[i]!) break;
      ++repeats[i]!;
      last[i] = day;
    }
  }
  return groupedHistories(repeats, last, age, 7);
}

/** Numbers in [0, 1), the same every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
