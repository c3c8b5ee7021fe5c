import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ByteSource, blobSource, bytesSource } from '../../src/data/byte-source';
import {
  type Chunks,
  allBytes,
  firstChunk,
  memoryChunks,
  sourceChunks,
} from '../../src/data/chunks';
import { fingerprintOf } from '../../src/data/fingerprint';
import { nextTask } from '../../src/data/next-task';

const bytes = Uint8Array.from({ length: 9_000_001 }, (_, i) => i ^ (i >> 8));

const WAYS: readonly [string, (watch: Parameters<typeof sourceChunks>[1]) => Chunks][] = [
  ['a Blob', (watch) => sourceChunks(blobSource(new Blob([bytes])), watch)],
  ['bytes by slices', (watch) => sourceChunks(bytesSource(bytes), watch)],
  ['bytes in memory', (watch) => memoryChunks(bytes, watch)],
];

describe.each(WAYS)('chunks of %s', (_, chunks) => {
  it('are all the bytes in order, with progress after each', async () => {
    const progress: number[] = [];
    const all = await allBytes(chunks({ onProgress: (done) => progress.push(done) }));
    expect(Buffer.compare(all, bytes)).toBe(0);
    expect(progress.length).toBe(3);
    expect(progress.at(-1)).toBe(bytes.length);
  });

  it('let other tasks run in between and end when they are told to', async () => {
    const stop = new AbortController();
    const progress: number[] = [];
    const onProgress = (done: number) => {
      progress.push(done);
      // A task queued before the pause of the reader, so that it is over when the reader goes on.
      void nextTask().then(() => stop.abort(new Error('enough')));
    };
    await expect(allBytes(chunks({ signal: stop.signal, onProgress }))).rejects.toThrow('enough');
    expect(progress.length).toBe(1);
  });

  it('can be looked at without reading on', async () => {
    const first = await firstChunk(chunks({}));
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(bytes.length);
  });
});

describe('sourceChunks()', () => {
  it('passes on what goes wrong with the source', async () => {
    const source: ByteSource = {
      size: bytes.length,
      slice: (from, to) =>
        from === 0
          ? Promise.resolve(bytes.slice(from, to).buffer)
          : Promise.reject(new Error('gone')),
    };
    await expect(allBytes(sourceChunks(source, {}))).rejects.toThrow('gone');
  });
});

describe('fingerprintOf()', () => {
  const expected = createHash('sha256').update(bytes).digest('hex');
  afterEach(() => vi.unstubAllGlobals());

  it('is the sha256 of the bytes', async () => {
    expect(await fingerprintOf(blobSource(new Blob([bytes])))).toBe(expected);
  });

  it('is the same where the platform has no digest', async () => {
    vi.stubGlobal('crypto', {});
    expect(await fingerprintOf(bytesSource(bytes))).toBe(expected);
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(fingerprintOf(bytesSource(bytes), stop.signal)).rejects.toThrow('enough');
  });
});
