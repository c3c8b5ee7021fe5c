/** The first of the ascending times at `[from, to)`, a user's rows for instance, that is not before the instant; `to` when all are. */
export function rowsBefore(time: Float64Array, from: number, to: number, at: number): number {
  if (to === from || time[to - 1]! < at) return to;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
