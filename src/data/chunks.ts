import type { ByteSource } from './byte-source';
import { nextTask } from './next-task';

/** Bytes of a file in order. Made anew for every pass over the file. */
export type Chunks = AsyncGenerator<Uint8Array<ArrayBuffer>, void, void>;

/** How a long read tells how far it is and hears that it is no longer wanted. */
export interface Watch {
  /** Bytes of the file that are done, of all of them. */
  onProgress?(done: number, total: number): void;
  readonly signal?: AbortSignal;
}

/** Some 25 ms of parsing: the pause between two chunks is when a cancel is heard. */
const CHUNK = 2 ** 22;

/**
 * The bytes of `source` in chunks of 4 MB, the next one being fetched while one is worked on.
 * Between chunks other tasks run.
 *
 * @throws the signal's reason when it is aborted
 */
export async function* sourceChunks(source: ByteSource, watch: Watch): Chunks {
  const fetch = (from: number) => source.slice(from, Math.min(from + CHUNK, source.size));
  let next = source.size > 0 ? fetch(0) : null;
  for (let from = 0; next;) {
    const chunk = new Uint8Array(await next);
    from += chunk.length;
    next = from < source.size ? fetch(from) : null;
    // A failure is seen when the chunk is awaited; until then it must not count as unhandled.
    next?.catch(() => {});
    watch.signal?.throwIfAborted();
    yield chunk;
    watch.onProgress?.(from, source.size);
    await nextTask();
  }
}

/** The same of bytes in memory, which are not copied. */
export async function* memoryChunks(bytes: Uint8Array<ArrayBuffer>, watch: Watch): Chunks {
  for (let from = 0; from < bytes.length; from += CHUNK) {
    watch.signal?.throwIfAborted();
    yield bytes.subarray(from, from + CHUNK);
    watch.onProgress?.(Math.min(from + CHUNK, bytes.length), bytes.length);
    await nextTask();
  }
}

/** The first chunk, or no bytes; the rest is not read. */
export async function firstChunk(chunks: Chunks): Promise<Uint8Array<ArrayBuffer>> {
  const { value } = await chunks.next();
  await chunks.return();
  return value ?? new Uint8Array();
}

/** All bytes in one piece. */
export async function allBytes(chunks: Chunks): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return joined(pieces);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
