/** How often each value occurs. */
export interface ValueCounts {
  /** Ascending. */
  readonly values: Float64Array;
  /** Of each value. */
  readonly counts: Float64Array;
  /** All of them. */
  readonly n: number;
}

/** Whole numbers of a range up to this are counted in a table. */
const MOST_TABLED = 65_536;

/** Counts the values that are not NaN, those marked 0 in `counted` left out. */
export function valueCounts(all: Float64Array, counted?: Uint8Array): ValueCounts {
  const known = new Float64Array(all.length);
  let n = 0;
  let least = Infinity;
  let most = -Infinity;
  let areWhole = true;
  for (let i = 0; i < all.length; ++i) {
    const value = all[i]!;
    if (Number.isNaN(value) || counted?.[i] === 0) continue;
    known[n++] = value;
    if (value < least) least = value;
    if (value > most) most = value;
    areWhole &&= Number.isInteger(value);
  }
  const values = known.subarray(0, n);
  return areWhole && most - least <= MOST_TABLED ? tabled(values, least, most) : sorted(values);
}

function tabled(all: Float64Array, least: number, most: number): ValueCounts {
  const table = new Float64Array(all.length === 0 ? 0 : most - least + 1);
  for (let i = 0; i < all.length; ++i) ++table[all[i]! - least]!;
  let distinct = 0;
  const values = new Float64Array(table.length);
  const counts = new Float64Array(table.length);
  for (let i = 0; i < table.length; ++i) {
    if (table[i] === 0) continue;
    values[distinct] = least + i;
    counts[distinct++] = table[i]!;
  }
  return { values: values.slice(0, distinct), counts: counts.slice(0, distinct), n: all.length };
}

function sorted(all: Float64Array): ValueCounts {
  all.sort();
  let distinct = 0;
  const values = new Float64Array(all.length);
  const counts = new Float64Array(all.length);
  for (let i = 0; i < all.length; ++i) {
    if (i === 0 || all[i] !== all[i - 1]) values[distinct++] = all[i]!;
    ++counts[distinct - 1]!;
  }
  return { values: values.slice(0, distinct), counts: counts.slice(0, distinct), n: all.length };
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
