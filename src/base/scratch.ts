/** Bytes that are kept for the next time at most. */
const KEPT = 64 * 2 ** 20;

let memory = new ArrayBuffer(0);
let used = 0;
let most = 0;
let depth = 0;

/**
 * Runs `work`, which may take arrays that nobody needs after it has returned. Their memory is used over
 * and over: fresh memory takes the system up to a millisecond a megabyte, longer than most loops over it.
 *
 * @param work  synchronous; what it returns must hold none of the arrays
 */
export function withScratch<T>(work: () => T): T {
  const before = used;
  ++depth;
  try {
    return work();
  } finally {
    --depth;
    used = before;
    if (depth === 0 && most > memory.byteLength && memory.byteLength < KEPT) {
      memory = new ArrayBuffer(Math.min(KEPT, 2 * most));
    }
  }
}

/** `length` numbers that stand for nothing yet, good until the `withScratch` around it returns; fresh ones outside. */
export function scratchNumbers(length: number): Float64Array {
  const at = taken(length * Float64Array.BYTES_PER_ELEMENT);
  return at === null ? new Float64Array(length) : new Float64Array(memory, at, length);
}

/** The same, holding `values`. */
export function scratchCopy(values: ArrayLike<number>): Float64Array {
  const copy = scratchNumbers(values.length);
  copy.set(values);
  return copy;
}

/** The same of whole numbers from 0 on. */
export function scratchIndexes(length: number): Uint32Array {
  const at = taken(length * Uint32Array.BYTES_PER_ELEMENT);
  return at === null ? new Uint32Array(length) : new Uint32Array(memory, at, length);
}

/** The same of one byte each. */
export function scratchBytes(length: number): Uint8Array {
  const at = taken(length);
  return at === null ? new Uint8Array(length) : new Uint8Array(memory, at, length);
}

/** Where the next `bytes` of the memory begin; null where there is no room, or nobody to give them back. */
function taken(bytes: number): number | null {
  if (depth === 0) return null;
  const at = used;
  used += Math.ceil(bytes / 8) * 8;
  most = Math.max(most, used);
  return used <= memory.byteLength ? at : null;
}
