/**
 * The type-7 quantile of unsorted values: the point `p` of the way from the least to the greatest,
 * on straight lines between neighbours. Takes time proportional to the number of values.
 *
 * @param values  at least one, all finite
 * @param p       0 ≤ `p` ≤ 1
 * @see Hyndman, R. J. & Fan, Y. (1996). Sample quantiles in statistical packages. The American
 *   Statistician 50(4), 361–365.
 */
export function sampleQuantile(values: ArrayLike<number>, p: number): number {
  if (!(values.length > 0 && p >= 0 && p <= 1)) {
    throw new RangeError(`sampleQuantile: ${p} of ${values.length} values`);
  }
  const copy = Float64Array.from(values);
  const place = (copy.length - 1) * p;
  const k = Math.floor(place);
  putInPlace(copy, place === k ? [k] : [k, k + 1]);
  return sortedQuantile(copy, p);
}

/**
 * Reorders values so that those at `ranks` stand where sorting would put them, in time proportional
 * to the number of values.
 *
 * @param values  finite
 * @param ranks   ascending indexes of `values`
 */
export function putInPlace(values: Float64Array, ranks: readonly number[]): void {
  const rank = ranks[ranks.length >> 1];
  if (rank === undefined) return;
  partition(values, rank);
  putInPlace(
    values.subarray(0, rank),
    ranks.filter((other) => other < rank),
  );
  putInPlace(
    values.subarray(rank + 1),
    ranks.filter((other) => other > rank).map((other) => other - rank - 1),
  );
}

/** The same of values in ascending order. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * p;
  const k = Math.floor(place);
  const low = sorted[k]!;
  return place === k ? low : low + (place - k) * (sorted[k + 1]! - low);
}

/** Reorders so that nothing before index `k` is greater and nothing after is less than the value there. */
function partition(values: Float64Array, k: number): void {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = medianOfThree(values[from]!, values[(from + to) >> 1]!, values[to]!);
    let i = from;
    let j = to;
    while (i <= j) {
      while (values[i]! < pivot) ++i;
      while (values[j]! > pivot) --j;
      if (i > j) break;
      const value = values[i]!;
      values[i++] = values[j]!;
      values[j--] = value;
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else break;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
