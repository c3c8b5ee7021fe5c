import type { Column } from '../data/dataset';
import { sha256 } from '../data/sha256';

/** Names a table by its content, lower-case hex: tables with the same names, kinds and values have the same. */
export function tableFingerprint(columns: readonly Column[]): string {
  const hash = sha256();
  const text = new TextEncoder();
  for (const column of columns) {
    const { name, kind } = column;
    const words = column.kind === 'text' ? column.values : [];
    const cells = column.kind === 'text' ? column.codes : column.values;
    hash.update(text.encode(JSON.stringify([name, kind, cells.length, words, mixed(cells)])));
  }
  return hash.digest();
}

/** 64 bits of all bytes: SHA-256 of ten million cells would take a second. */
function mixed({ buffer, byteOffset, byteLength }: ArrayBufferView): readonly number[] {
  const whole = byteLength - (byteLength % 4);
  let high = 0x2545f491;
  let low = 0x9e3779b9;
  const mix = (word: number): void => {
    high = Math.imul(high ^ word, 0x85ebca6b);
    high = (high << 15) | (high >>> 17);
    low = Math.imul(low ^ word, 0xc2b2ae35) + 0x27d4eb2f;
    low ^= low >>> 13;
  };
  const aligned = byteOffset % 4 === 0 ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  const start = aligned === buffer ? byteOffset : 0;
  for (const word of new Int32Array(aligned, start, whole / 4)) mix(word);
  for (const byte of new Uint8Array(aligned, start + whole, byteLength - whole)) mix(byte);
  return [high >>> 0, low >>> 0];
}
