/** What a model of buying needs to know of customers, those with the same history counted together. */
export interface BuyingHistories {
  /** Purchases after the first. */
  readonly repeats: Float64Array;
  /** From the first purchase to the last; 0 without repeats. Any unit, the same as `age`. */
  readonly last: Float64Array;
  /** From the first purchase to the end of the data. */
  readonly age: Float64Array;
  /** How many customers have this history. */
  readonly customers: Float64Array;
}

/** Days and repeats below this fit into one number together. */
const DAYS = 2 ** 16;

/**
 * Customers with the same history put together, in whole days, ordered by repeats, age and last
 * purchase; times are divided by `unit` (7: weeks).
 *
 * @param last  whole days below 65,536, as `age`
 */
export function groupedHistories(
  repeats: ArrayLike<number>,
  last: ArrayLike<number>,
  age: ArrayLike<number>,
  unit: number,
): BuyingHistories {
  const keys = Float64Array.from(repeats, (x, i) => (x * DAYS + age[i]!) * DAYS + last[i]!).sort();
  const starts: number[] = [];
  for (let i = 0; i < keys.length; ++i) if (i === 0 || keys[i] !== keys[i - 1]) starts.push(i);
  const of = (read: (key: number) => number) => Float64Array.from(starts, (i) => read(keys[i]!));
  return {
    repeats: of((key) => Math.floor(key / DAYS / DAYS)),
    last: of((key) => (key % DAYS) / unit),
    age: of((key) => (Math.floor(key / DAYS) % DAYS) / unit),
    customers: Float64Array.from(starts, (from, i) => (starts[i + 1] ?? keys.length) - from),
  };
}
