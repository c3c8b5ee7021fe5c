/**
 * A Markov chain that leaves its states for good sooner or later. What the chances of a state lack
 * to 1, reward aside, is the chance to leave it.
 */
export interface AbsorbingChain {
  /** Moves from state `s` stand at `[offsets[s], offsets[s + 1])`; no state moves to itself. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** Chance of each move. */
  readonly chances: Float64Array;
}

/** How an answer is looked for where it is not computed in one go. */
export interface Search {
  /** Values near the answer, changed into it. */
  readonly values: Float64Array;
  /** The largest change, relative to the largest value, after which no better one is looked for. */
  readonly tolerance: number;
}

/** Up to this many states elimination is the faster way, however long the chain circles. */
const FEW = 32;

/**
 * The expected reward from each state: h = reward + Q·h, `reward` being what a visit to the state
 * brings on average. With the chance to end well at the state as its reward, h is the chance to end
 * well at all. Removed states have 0: who would go there is lost.
 *
 * Few states are solved by elimination, which needs no pivots since a state's moves never add up to
 * more than 1; many by Gauss and Seidel's sweeps, which converge for the same reason.
 *
 * @param removed  1 for each removed state; null for none
 * @see Kemeny, J. G. & Snell, J. L. (1960). Finite Markov chains. Chapter III.
 */
export function expectedRewards(
  chain: AbsorbingChain,
  reward: Float64Array,
  removed: Uint8Array | null,
  { values, tolerance }: Search,
): Float64Array {
  if (reward.length <= FEW) return eliminated(chain, reward, removed, values);
  if (removed !== null) for (let s = 0; s < values.length; ++s) if (removed[s] === 1) values[s] = 0;
  let largest = 0;
  let change: number;
  do {
    change = sweep(chain, reward, removed, values);
    largest = 0;
    for (let s = 0; s < values.length; ++s) largest = Math.max(largest, Math.abs(values[s]!));
  } while (change > tolerance * largest);
  return values;
}

/** One round over all states, the last first: paths lead from earlier to later ones. */
function sweep(
  { offsets, targets, chances }: AbsorbingChain,
  reward: Float64Array,
  removed: Uint8Array | null,
  values: Float64Array,
): number {
  let change = 0;
  for (let s = reward.length - 1; s >= 0; --s) {
    if (removed !== null && removed[s] === 1) continue;
    let value = reward[s]!;
    const end = offsets[s + 1]!;
    for (let move = offsets[s]!; move < end; ++move) {
      value += chances[move]! * values[targets[move]!]!;
    }
    change = Math.max(change, Math.abs(value - values[s]!));
    values[s] = value;
  }
  return change;
}

/** Gauss's elimination of (I − Q)·h = reward, rows side by side in one array. */
function eliminated(
  { offsets, targets, chances }: AbsorbingChain,
  reward: Float64Array,
  removed: Uint8Array | null,
  values: Float64Array,
): Float64Array {
  const size = reward.length;
  const width = size + 1;
  const rows = new Float64Array(size * width);
  for (let s = 0; s < size; ++s) {
    rows[s * width + s] = 1;
    if (removed !== null && removed[s] === 1) continue;
    rows[s * width + size] = reward[s]!;
    for (let move = offsets[s]!; move < offsets[s + 1]!; ++move) {
      const to = targets[move]!;
      if (removed === null || removed[to] === 0) rows[s * width + to]! -= chances[move]!;
    }
  }
  for (let k = 0; k < size; ++k) {
    for (let s = k + 1; s < size; ++s) {
      const factor = rows[s * width + k]! / rows[k * width + k]!;
      if (factor === 0) continue;
      for (let j = k; j < width; ++j) rows[s * width + j]! -= factor * rows[k * width + j]!;
    }
  }
  for (let k = size - 1; k >= 0; --k) {
    let rest = rows[k * width + size]!;
    for (let j = k + 1; j < size; ++j) rest -= rows[k * width + j]! * values[j]!;
    values[k] = rest / rows[k * width + k]!;
  }
  return values;
}
