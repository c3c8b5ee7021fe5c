/** Runs of entries with a number each, equal runs with the same one. */
export interface NumberedRuns {
  /** Number of each run, counted up in the order of first appearance. */
  readonly of: Uint32Array;
  /** The first run of each number. */
  readonly first: Uint32Array;
}

/**
 * Numbers runs that stand behind one another by what they hold.
 *
 * @param ends     run `i` stands at `[ends[i − 1], ends[i])`
 * @param columns  of the entries; runs are equal when all columns are
 */
export function numberedRuns(
  ends: Uint32Array,
  columns: readonly (Int32Array | Uint32Array | Float64Array)[],
): NumberedRuns {
  const of = new Uint32Array(ends.length);
  const first: number[] = [];
  const bits = Math.max(4, Math.ceil(Math.log2(2 * ends.length + 2)));
  const mask = 2 ** bits - 1;
  const numberAt = new Int32Array(2 ** bits).fill(-1);
  for (let run = 0; run < ends.length; ++run) {
    // The upper bits of the product are the well mixed ones.
    let slot = Math.imul(hashOf(ends, columns, run), 0x9e3779b1) >>> (32 - bits);
    while (numberAt[slot] !== -1 && !isSame(ends, columns, first[numberAt[slot]!]!, run)) {
      slot = (slot + 1) & mask;
    }
    if (numberAt[slot] === -1) numberAt[slot] = first.push(run) - 1;
    of[run] = numberAt[slot]!;
  }
  return { of, first: Uint32Array.from(first) };
}

type Columns = Parameters<typeof numberedRuns>[1];

function startOf(ends: Uint32Array, run: number): number {
  return run === 0 ? 0 : ends[run - 1]!;
}

function hashOf(ends: Uint32Array, columns: Columns, run: number): number {
  let hash = 0x2545f491;
  for (const column of columns) {
    for (let i = startOf(ends, run); i < ends[run]!; ++i) {
      const value = column[i]!;
      // The fraction counts too: shares differ in nothing else.
      hash = Math.imul(hash ^ value, 0x85ebca6b) ^ Math.imul(value * 0x40000000, 0xc2b2ae35);
      hash ^= hash >>> 15;
    }
  }
  return hash;
}

function isSame(ends: Uint32Array, columns: Columns, a: number, b: number): boolean {
  const [from, start] = [startOf(ends, a), startOf(ends, b)];
  const length = ends[a]! - from;
  if (ends[b]! - start !== length) return false;
  for (const column of columns) {
    for (let i = 0; i < length; ++i) if (column[from + i] !== column[start + i]) return false;
  }
  return true;
}
