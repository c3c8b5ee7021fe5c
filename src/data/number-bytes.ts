/** No number begins here. */
export const NO_NUMBER = -1;
/** Digits that a number would not keep: leading zeros, a leading plus, integers beyond 2^53. */
export const ONLY_TEXT = -2;

const POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
const ZERO = 0x30;

/**
 * Writes the number spelled from `from` to `values[at]` and gives the offset after its last byte,
 * `NO_NUMBER` or `ONLY_TEXT`. Plain decimal notation: digits, one point, an exponent; rounded
 * as `Number` rounds. Reads no byte at or after `to`.
 */
export function readNumber(
  bytes: Uint8Array,
  from: number,
  to: number,
  values: Float64Array,
  at: number,
): number {
  let i = from;
  const negative = bytes[i] === MINUS;
  if (negative) ++i;
  const start = i;
  let value = 0;
  while (i < to) {
    const digit = bytes[i]! - ZERO;
    if (digit >>> 0 > 9) break;
    value = value * 10 + digit;
    ++i;
  }
  let digits = i - start;
  if (digits > 1 && bytes[start] === ZERO) return ONLY_TEXT;
  let decimals = 0;
  if (i < to && bytes[i] === POINT) {
    const point = i++;
    while (i < to) {
      const digit = bytes[i]! - ZERO;
      if (digit >>> 0 > 9) break;
      value = value * 10 + digit;
      ++i;
    }
    decimals = i - point - 1;
    digits += decimals;
  }
  if (digits === 0) return start < to && bytes[start] === PLUS ? plus(bytes, start, to) : NO_NUMBER;
  // 15 digits and a power of ten up to 22 are exact in a double, so one division rounds once.
  if (digits > 15 || (i < to && (bytes[i]! | 0x20) === 0x65)) {
    return readLong(bytes, from, to, values, at);
  }
  if (decimals > 0) value /= POWERS[decimals]!;
  values[at] = negative ? -value : value;
  return i;
}

/** A plus before digits is part of a phone number or an offset more often than a sign. */
function plus(bytes: Uint8Array, from: number, to: number): number {
  return from + 1 < to && (bytes[from + 1]! - ZERO) >>> 0 <= 9 ? ONLY_TEXT : NO_NUMBER;
}

/** Many digits or an exponent: rare, so by way of a string. */
function readLong(
  bytes: Uint8Array,
  from: number,
  to: number,
  values: Float64Array,
  at: number,
): number {
  let end = from;
  // Long enough for any number that a program prints.
  while (end < to && end - from < 400 && isOfNumber(bytes[end]!)) ++end;
  const text = String.fromCharCode(...bytes.subarray(from, end));
  const spelled = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/.exec(text)?.[0];
  if (spelled === undefined) return NO_NUMBER;
  const value = Number(spelled);
  if (/^-?\d+$/.test(spelled) && !Number.isSafeInteger(value)) return ONLY_TEXT;
  if (!Number.isFinite(value)) return NO_NUMBER;
  values[at] = value;
  return from + spelled.length;
}

function isOfNumber(byte: number): boolean {
  return (
    (byte - ZERO) >>> 0 <= 9 ||
    byte === POINT ||
    byte === MINUS ||
    byte === PLUS ||
    (byte | 0x20) === 0x65
  );
}
