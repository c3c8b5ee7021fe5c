/** How often each value occurs. */
export interface ValueCounts {
  /** Ascending. */
  readonly values: Float64Array;
  /** Of each value. */
  readonly counts: Float64Array;
  /** All of them. */
  readonly n: number;
}

/**
 * Counts the values that are not NaN, those marked 0 in `counted` left out. Quick where values repeat, as
 * counts and days do.
 */
export function valueCounts(all: Float64Array, counted?: Uint8Array): ValueCounts {
  const places = new Map<number, number>();
  const found: number[] = [];
  let n = 0;
  for (let i = 0; i < all.length; ++i) {
    const value = all[i]!;
    if (Number.isNaN(value) || counted?.[i] === 0) continue;
    ++n;
    const place = places.get(value);
    if (place === undefined) places.set(value, found.push(1) - 1);
    else ++found[place]!;
  }
  const values = Float64Array.from(places.keys()).sort();
  return { values, counts: values.map((value) => found[places.get(value)!]!), n };
}

/** The type-7 quantile of counted values. Needs at least one. @see `sampleQuantile` */
export function countedQuantile({ values, counts, n }: ValueCounts, p: number): number {
  const place = (n - 1) * p;
  const low = valueAt(values, counts, Math.floor(place));
  const high = valueAt(values, counts, Math.ceil(place));
  return low + (place - Math.floor(place)) * (high - low);
}

function valueAt(values: Float64Array, counts: Float64Array, rank: number): number {
  let before = 0;
  let i = 0;
  while (i < values.length - 1 && before + counts[i]! <= rank) before += counts[i++]!;
  return values[i]!;
}
