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
  const low = partition(copy, k);
  if (place === k) return low;
  const high = copy.subarray(k + 1).reduce((least, value) => Math.min(least, value), Infinity);
  return low + (place - k) * (high - low);
}

/** The same of values in ascending order. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * p;
  const k = Math.floor(place);
  const low = sorted[k]!;
  return place === k ? low : low + (place - k) * (sorted[k + 1]! - low);
}

/** Reorders so that nothing before index `k` is greater and nothing after is less than the value there. */
function partition(values: Float64Array, k: number): number {
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
  return values[k]!;
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
