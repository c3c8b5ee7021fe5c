/** Whether `[from, to)` is well-formed UTF-8: no stray, overlong, surrogate or cut-off sequence. */
export function isUtf8(bytes: Uint8Array, from: number, to: number): boolean {
  let i = from;
  while (i < to) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      ++i;
      continue;
    }
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    if (byte < 0xc2 || byte > 0xf4 || i + length > to) return false;
    for (let k = 1; k < length; ++k) if ((bytes[i + k]! & 0xc0) !== 0x80) return false;
    const second = bytes[i + 1]!;
    if (byte === 0xe0 && second < 0xa0) return false;
    if (byte === 0xed && second > 0x9f) return false;
    if (byte === 0xf0 && second < 0x90) return false;
    if (byte === 0xf4 && second > 0x8f) return false;
    i += length;
  }
  return true;
}
