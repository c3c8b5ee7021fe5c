/** Numbers of any column of a binary format; null and undefined are missing. */
export type Numbers = ArrayLike<number | bigint | null | undefined>;

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Writes `numbers` to `values` from `at`; false, with the rest unwritten, when one is an integer that a
 * number does not hold exactly.
 */
export function numbersInto(values: Float64Array, at: number, numbers: Numbers): boolean {
  if (numbers instanceof Float64Array) {
    values.set(numbers, at);
    return true;
  }
  if (numbers instanceof BigInt64Array && LITTLE_ENDIAN) return longsInto(values, at, numbers);
  for (let i = 0; i < numbers.length; ++i) {
    const number = numbers[i];
    const value = number === null || number === undefined ? NaN : Number(number);
    if (typeof number === 'bigint' && !Number.isSafeInteger(value)) return false;
    values[at + i] = value;
  }
  return true;
}

/** Two halves are read instead of one BigInt, which would be an object each. */
function longsInto(values: Float64Array, at: number, longs: BigInt64Array): boolean {
  const halves = new Int32Array(longs.buffer, longs.byteOffset, longs.length * 2);
  for (let i = 0; i < longs.length; ++i) {
    const value = halves[2 * i + 1]! * 2 ** 32 + (halves[2 * i]! >>> 0);
    if (!Number.isSafeInteger(value)) return false;
    values[at + i] = value;
  }
  return true;
}
