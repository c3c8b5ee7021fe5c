/** The first place in `[from, to)` of ascending numbers whose value is not below `value`; `to` when all are. */
export function lowerBound(
  ascending: Float64Array | Int32Array,
  value: number,
  from = 0,
  to = ascending.length,
): number {
  // Often all are: a user's times before a late instant.
  if (from === to || ascending[to - 1]! < value) return to;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
