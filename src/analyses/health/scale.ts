/** Scores from 0 to 1 by a reference population. */
export type Scale = (value: number) => number;

/**
 * The share of the reference that is below a value, ties counting half (mid-rank); from above where less
 * is better. Extreme values count as what they are: the highest, not how high. NaN stays NaN.
 *
 * @param values  of the reference; NaN are left out; at least one must be left
 */
export function rankScale(values: Float64Array, counts: Uint8Array, isUp: boolean): Scale {
  const known = values.filter((value, i) => counts[i] === 1 && !Number.isNaN(value)).sort();
  const n = known.length;
  const distinct: number[] = [];
  const scores: number[] = [];
  /** The share up to each distinct value, itself included. */
  const shares: number[] = [];
  for (let from = 0; from < n;) {
    let to = from + 1;
    while (to < n && known[to] === known[from]) ++to;
    distinct.push(known[from]!);
    scores.push((from + to) / (2 * n));
    shares.push(to / n);
    from = to;
  }
  const starts = Float64Array.from(distinct);
  return (value) => {
    if (Number.isNaN(value) || n === 0) return NaN;
    const at = firstNotBelow(starts, value);
    const below = starts[at] === value ? scores[at]! : (shares[at - 1] ?? 0);
    return isUp ? below : 1 - below;
  };
}

function firstNotBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
