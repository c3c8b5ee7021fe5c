/** The least and the greatest of some numbers; Infinity and −Infinity of none. */
export function firstAndLast(values: Float64Array): [number, number] {
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; ++i) {
    if (values[i]! < first) first = values[i]!;
    if (values[i]! > last) last = values[i]!;
  }
  return [first, last];
}
