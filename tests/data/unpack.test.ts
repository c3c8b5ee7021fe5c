import { crc32, gzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackedLz4 } from '../../src/data/lz4';
import { gunzipped } from '../../src/data/unpack';
import { cut } from './reading';

/** Unpacks gzip as the standard of the web has it: bytes behind the first member are an error. */
class OneMember extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    const packed: Uint8Array[] = [];
    super({
      transform: (chunk) => void packed.push(chunk),
      flush(stream) {
        const all = Buffer.concat(packed);
        const head = 10;
        const { buffer, engine } = inflateRawSync(all.subarray(head), {
          info: true,
        }) as unknown as {
          readonly buffer: Buffer;
          readonly engine: { readonly bytesWritten: number };
        };
        stream.enqueue(new Uint8Array(buffer));
        const end = head + engine.bytesWritten;
        const sum = all.readUInt32LE(end);
        if (sum !== crc32(buffer) || all.length > end + 8)
          throw new TypeError('junk behind the end');
      },
    });
  }
}

async function unpackedSize(packed: Uint8Array): Promise<number> {
  let size = 0;
  for await (const chunk of gunzipped(() => cut(new Uint8Array(packed), [100_000])))
    size += chunk.length;
  return size;
}

describe('gunzipped()', () => {
  it('gives all bytes, in pieces', async () => {
    expect(await unpackedSize(gzipSync(Buffer.alloc(10_000_000, 'abc,def\n')))).toBe(10_000_000);
  });

  it('goes on behind the first member where the decompressor of a browser stops', async () => {
    const native = globalThis.DecompressionStream;
    globalThis.DecompressionStream = OneMember as unknown as typeof native;
    try {
      const parts = ['a,b\n', '1,2\n'.repeat(50_000), '3,4\n'];
      const members = parts.map((part) => gzipSync(Buffer.from(part)));
      expect(await unpackedSize(Buffer.concat(members))).toBe(parts.join('').length);
      const changed = Uint8Array.from(Buffer.concat(members));
      changed[changed.length - 6]! ^= 0xff;
      await expect(unpackedSize(changed)).rejects.toThrow('damaged-file');
      await expect(unpackedSize(members[1]!.subarray(0, -10))).rejects.toThrow('damaged-file');
    } finally {
      globalThis.DecompressionStream = native;
    }
  });

  it('stops at a bomb before all of it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(2 ** 28 + 2 ** 24));
    await expect(unpackedSize(bomb)).rejects.toThrow('unpacks-too-large');
  });

  it('says that a file is damaged when it is cut off or changed', async () => {
    const packed = gzipSync(Buffer.from('a,b\n1,2\n'.repeat(1000)));
    await expect(unpackedSize(packed.subarray(0, -10))).rejects.toThrow('damaged-file');
    const changed = Uint8Array.from(packed);
    changed[30]! ^= 0xff;
    await expect(unpackedSize(changed)).rejects.toThrow('damaged-file');
  });

  it('passes on what goes wrong with the file itself', async () => {
    async function* unreadable() {
      throw new Error('disk on fire');
    }
    const reading = gunzipped(() => unreadable() as ReturnType<typeof cut>).next();
    await expect(reading).rejects.toThrow('disk on fire');
  });
});

/** Sequences of a block: some new bytes, then a copy of `length` bytes from `distance` back. */
interface Sequence {
  readonly literals: Uint8Array;
  readonly distance: number;
  readonly length: number;
}

function lengthBytes(length: number): number[] {
  if (length < 15) return [];
  const rest = length - 15;
  return [...new Array<number>(Math.floor(rest / 255)).fill(255), rest % 255];
}

/** What the sequences make, after `history`, and their spelling as a block. */
function block(sequences: readonly Sequence[], history: number[]): number[] {
  const packed: number[] = [];
  for (const { literals, distance, length } of sequences) {
    history.push(...literals);
    const back = Math.min(distance, history.length);
    packed.push((Math.min(literals.length, 15) << 4) | Math.min(length - 4, 15));
    packed.push(...lengthBytes(literals.length), ...literals);
    packed.push(back & 255, back >> 8, ...lengthBytes(length - 4));
    for (let i = 0; i < length; ++i) history.push(history[history.length - back]!);
  }
  packed.push(0x10, 0x2a);
  history.push(0x2a);
  return packed;
}

describe('unpackedLz4()', () => {
  const sequence = fc.record({
    literals: fc.uint8Array({ minLength: 1, maxLength: 40 }),
    distance: fc.integer({ min: 1, max: 200 }),
    length: fc.integer({ min: 4, max: 600 }),
  });
  const blocks = fc.array(fc.array(sequence, { maxLength: 8 }), { minLength: 1, maxLength: 4 });

  it('undoes any sequences of literals and copies, also from earlier blocks', () => {
    fc.assert(
      fc.property(blocks, (blocks) => {
        const expected: number[] = [];
        const frame = [0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0];
        for (const sequences of blocks) {
          const packed = block(sequences, expected);
          frame.push(packed.length & 255, packed.length >> 8, 0, 0, ...packed);
        }
        frame.push(0, 0, 0, 0);
        expect([...unpackedLz4(Uint8Array.from(frame))]).toEqual(expected);
      }),
    );
  });

  it.each([[[1, 2, 3, 4, 5, 6, 7, 8]], [[0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0, 9, 0, 0, 0, 1]]])(
    'refuses what is no frame or cut off: %j',
    (bytes) => expect(() => unpackedLz4(Uint8Array.from(bytes))).toThrow(RangeError),
  );
});
