import { scratchCopy, withScratch } from '../base/scratch';

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
  return withScratch(() => {
    const copy = scratchCopy(values);
    const place = (copy.length - 1) * p;
    const k = Math.floor(place);
    putInPlace(copy, place === k ? [k] : [k, k + 1]);
    return sortedQuantile(copy, p);
  });
}

/**
 * Reorders values so that those at `ranks` stand where sorting would put them, in time proportional
 * to the number of values.
 *
 * @param values  finite
 * @param ranks   ascending indexes of `values`
 */
export function putInPlace(values: Float64Array, ranks: readonly number[]): void {
  if (ranks.length === 0) return;
  const rank = firstToPlace(ranks, values.length);
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

/** Of ranks far apart the middle one; of near ones the end that leaves less to look through. */
function firstToPlace(ranks: readonly number[], length: number): number {
  const [first, last] = [ranks[0]!, ranks.at(-1)!];
  if (last - first > length / 4) return ranks[ranks.length >> 1]!;
  return first >= length - 1 - last ? first : last;
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
    const pivot = pivotFor(k, values, from, to);
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

/** So many values say where to cut a larger stretch. */
const SAMPLE = 512;

/**
 * A value of the stretch from `from` to `to` that leaves `k` on the shorter side of the cut, and near it
 * (Floyd & Rivest 1975).
 */
function pivotFor(k: number, values: Float64Array, from: number, to: number): number {
  const length = to - from + 1;
  if (length < 4 * SAMPLE)
    return medianOfThree(values[from]!, values[(from + to) >> 1]!, values[to]!);
  const sample = new Float64Array(SAMPLE);
  for (let i = 0; i < SAMPLE; ++i) sample[i] = values[from + Math.floor((i * length) / SAMPLE)]!;
  sample.sort();
  const share = (k - from) / length;
  const margin = 2 * Math.sqrt(SAMPLE * share * (1 - share)) + 1;
  const place = Math.round(SAMPLE * share + (share < 0.5 ? margin : -margin));
  return sample[Math.min(SAMPLE - 1, Math.max(0, place))]!;
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
