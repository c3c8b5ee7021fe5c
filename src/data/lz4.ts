const MAGIC = 0x184d2204;

/**
 * Unpacks an LZ4 frame, whose blocks may refer to earlier ones; checksums are not looked at.
 *
 * @throws {RangeError} when it is not one, or cut off
 * @see LZ4 Frame Format Description 1.6 and LZ4 Block Format Description
 */
export function unpackedLz4(frame: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new RangeError('unpackedLz4: no frame');
  const flags = view.getUint8(4);
  const hasBlockChecksums = (flags & 0x10) !== 0;
  const hasSize = (flags & 0x08) !== 0;
  const hasDictionary = (flags & 0x01) !== 0;
  let output = new Uint8Array(hasSize ? view.getUint32(6, true) : frame.length * 4);
  let length = 0;
  let at = 7 + (hasSize ? 8 : 0) + (hasDictionary ? 4 : 0);
  for (;;) {
    const header = view.getUint32(at, true);
    at += 4;
    if (header === 0) return output.slice(0, length);
    const size = header & 0x7fffffff;
    const block = frame.subarray(at, at + size);
    if (block.length < size) throw new RangeError('unpackedLz4: cut off');
    const needed = length + (header >>> 31 === 1 ? size : unpackedSize(block));
    if (needed > output.length) {
      const larger = new Uint8Array(Math.max(needed, output.length * 2));
      larger.set(output.subarray(0, length));
      output = larger;
    }
    if (header >>> 31 === 1) output.set(block, length);
    else unpackBlock(block, output, length);
    length = needed;
    at += size + (hasBlockChecksums ? 4 : 0);
  }
}

function unpackedSize(block: Uint8Array): number {
  return walk(block, null, 0);
}

function unpackBlock(block: Uint8Array, output: Uint8Array, at: number): void {
  walk(block, output, at);
}

/** Walks over the sequences of a block, copying them to `output` when there is one; the number of bytes they make. */
function walk(block: Uint8Array, output: Uint8Array | null, start: number): number {
  let at = start;
  let i = 0;
  const extended = (low: number): number => {
    let length = low;
    if (low < 15) return length;
    for (let byte = 255; byte === 255;) length += byte = block[i++] ?? 0;
    return length;
  };
  while (i < block.length) {
    const token = block[i++]!;
    const literals = extended(token >> 4);
    output?.set(block.subarray(i, i + literals), at);
    at += literals;
    i += literals;
    if (i >= block.length) break;
    const distance = block[i]! | (block[i + 1]! << 8);
    i += 2;
    const end = at + extended(token & 15) + 4;
    if (!output) at = end;
    else {
      if (distance === 0 || distance > at) throw new RangeError('unpackedLz4: bad distance');
      for (; at < end; ++at) output[at] = output[at - distance]!;
    }
  }
  return at - start;
}
