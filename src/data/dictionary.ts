import { isUtf8 } from './utf8';

/** What is wrong with a key: a NUL byte inside, or bytes that are not UTF-8. */
export type Oddity = 'nul-bytes' | 'not-utf8';

/** Ints of a slot: hash, code + 1, sixteen key bytes, two to spare: half a cache line. */
const SLOT = 8;
/** Bytes of a key that are in its slot. */
const INLINE = 16;
/** The low bits of a stored hash hold the key's length instead; `LONG` stands for that and more. */
const LONG = 31;
/** Keys decoded in one go. */
const BATCH = 4096;

/**
 * Distinct byte strings, numbered from 0 in the order they are first seen. Looking up a key of up
 * to sixteen bytes touches one cache line, however many keys there are; a string is made of each key
 * once, at the end.
 */
export class Dictionary {
  /** Number of distinct keys. */
  size = 0;
  #slots = new Int32Array(64 * SLOT);
  /** Bits of the hash that do not choose the slot. */
  #shift = 26;
  #bytes = new Uint8Array(256);
  /** Key `code` is `[starts[code], starts[code + 1])` of the bytes. */
  #starts = new Uint32Array(33);

  /** @param odd  told at the first sight of a key with something wrong */
  constructor(private readonly odd: (oddity: Oddity) => void = () => {}) {}

  /** The number of the key `[from, to)`. */
  code(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    const a = length >= 4 ? word(bytes, from) : shortWord(bytes, from, to);
    const b = length >= 8 ? word(bytes, from + 4) : shortWord(bytes, from + 4, to);
    const c = length >= 12 ? word(bytes, from + 8) : shortWord(bytes, from + 8, to);
    const d = length >= 16 ? word(bytes, from + 12) : shortWord(bytes, from + 12, to);
    let h = 0;
    for (let i = from + INLINE; i < to; ++i) h = Math.imul(h ^ bytes[i]!, 0x01000193);
    let hash =
      h ^
      Math.imul(a, 0x9e3779b1) ^
      Math.imul(b, 0x85ebca6b) ^
      Math.imul(c, 0xc2b2ae35) ^
      Math.imul(d, 0x27d4eb2f);
    hash = Math.imul(hash ^ (hash >>> 15) ^ length, 0x2c1b3c6d);
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
    hash = (hash & ~LONG) | (length < LONG ? length : LONG);

    const slots = this.#slots;
    let at = (hash >>> this.#shift) * SLOT;
    for (;;) {
      const code = slots[at + 1]! - 1;
      if (code < 0) break;
      if (
        slots[at] === hash &&
        slots[at + 2] === a &&
        slots[at + 3] === b &&
        slots[at + 4] === c &&
        slots[at + 5] === d &&
        (length <= INLINE || this.#continues(code, bytes, from, length))
      ) {
        return code;
      }
      at += SLOT;
      if (at === slots.length) at = 0;
    }
    slots[at] = hash;
    slots[at + 1] = this.size + 1;
    slots[at + 2] = a;
    slots[at + 3] = b;
    slots[at + 4] = c;
    slots[at + 5] = d;
    return this.#added(bytes, from, to);
  }

  /** The keys as strings, by number. What is not UTF-8 becomes U+FFFD, so two keys may look alike then. */
  values(): string[] {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const values: string[] = [];
    for (let from = 0; from < this.size; from += BATCH) {
      const to = Math.min(from + BATCH, this.size);
      const start = this.#starts[from]!;
      const bytes = this.#bytes.subarray(start, this.#starts[to]);
      const text = decoder.decode(bytes);
      // One character a byte: the offsets of the bytes are those of the characters.
      const plain = bytes.every((byte) => byte < 0x80);
      for (let code = from; code < to; ++code) {
        const a = this.#starts[code]! - start;
        const b = this.#starts[code + 1]! - start;
        values.push(plain ? text.slice(a, b) : decoder.decode(bytes.subarray(a, b)));
      }
    }
    return values;
  }

  #continues(code: number, bytes: Uint8Array, from: number, length: number): boolean {
    const start = this.#starts[code]!;
    if (this.#starts[code + 1]! - start !== length) return false;
    for (let i = INLINE; i < length; ++i)
      if (this.#bytes[start + i] !== bytes[from + i]) return false;
    return true;
  }

  #added(bytes: Uint8Array, from: number, to: number): number {
    const code = this.size++;
    const start = this.#starts[code]!;
    const end = start + to - from;
    if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, end);
    if (code + 2 > this.#starts.length) this.#starts = grown(this.#starts, code + 2);
    this.#starts[code + 1] = end;
    let seen = 0;
    let least = 0xff;
    for (let i = from, k = start; i < to; ++i, ++k) {
      const byte = bytes[i]!;
      this.#bytes[k] = byte;
      seen |= byte;
      if (byte < least) least = byte;
    }
    if (to > from && least === 0) this.odd('nul-bytes');
    if (seen >= 0x80 && !isUtf8(bytes, from, to)) this.odd('not-utf8');
    if (this.size * 2 * SLOT > this.#slots.length) this.#spread();
    return code;
  }

  /** Twice the slots. The high bits of a hash choose the slot, so all that is needed is stored. */
  #spread(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 2);
    --this.#shift;
    for (let from = 0; from < before.length; from += SLOT) {
      if (before[from + 1] === 0) continue;
      let at = (before[from]! >>> this.#shift) * SLOT;
      while (slots[at + 1] !== 0) {
        at += SLOT;
        if (at === slots.length) at = 0;
      }
      for (let k = 0; k < SLOT; ++k) slots[at + k] = before[from + k]!;
    }
    this.#slots = slots;
  }
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

/** The up to three bytes from `at` to `to`; 0 when there are none. */
function shortWord(bytes: Uint8Array, at: number, to: number): number {
  let word = 0;
  for (let i = at; i < to; ++i) word = (word << 8) | bytes[i]!;
  return word;
}

function grown<T extends Uint8Array | Uint32Array>(values: T, needed: number): T {
  const Values = values.constructor as new (length: number) => T;
  const larger = new Values(Math.max(needed, values.length * 2));
  larger.set(values);
  return larger;
}
