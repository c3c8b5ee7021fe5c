import { Gunzip } from 'fflate';
import { Problem } from '../base/problem';
import { type Chunks, joined } from './chunks';
import { nextTask } from './next-task';

/** Larger than this and more than `SWELLING` times its packed size, a file is taken for a bomb. */
const LARGE = 2 ** 28;
const SWELLING = 200;
/** Fed in small pieces, so that a bomb is noticed before all of it is in memory. */
const FEED = 2 ** 16;
/** Decompressors give small pieces; readers want fewer, larger ones. */
const PIECE = 2 ** 21;

/**
 * The bytes of a gzip file, unpacked: of all its members, where it has several.
 *
 * @param chunks  the packed bytes from the start; asked for again when there are several members
 * @throws {Problem} `damaged-file` when it is cut off or not gzip inside; `unpacks-too-large`
 */
export async function* gunzipped(chunks: () => Chunks, signal?: AbortSignal): Chunks {
  let given = 0;
  try {
    for await (const piece of inflated(chunks(), signal)) {
      given += piece.length;
      yield piece;
    }
    return;
  } catch (error) {
    if (!isOfData(error)) throw error;
  }
  // A browser's own decompressor stops at the second member.
  let skip = given;
  for await (const piece of membersInflated(chunks, signal)) {
    if (piece.length > skip) yield piece.subarray(skip);
    skip = Math.max(0, skip - piece.length);
  }
}

/** Each member by itself, so that each one's checksum is looked at. */
async function* membersInflated(chunks: () => Chunks, signal?: AbortSignal): Chunks {
  const starts = await memberStarts(chunks());
  try {
    if (starts.length === 1) throw new TypeError('one member, and it is damaged');
    for (const [i, from] of starts.entries()) {
      yield* inflated(between(chunks(), from, starts[i + 1] ?? Infinity), signal);
    }
  } catch (error) {
    throw isOfData(error) ? new Problem('damaged-file', { format: 'gzip' }) : error;
  }
}

/** Where the members of a gzip file begin; the first one alone when it is damaged. */
async function memberStarts(chunks: Chunks): Promise<readonly number[]> {
  const starts = [0];
  const reader = new Gunzip(() => {});
  reader.onmember = (offset) => starts.push(offset);
  try {
    for await (const piece of pieces(chunks)) reader.push(piece);
    return starts;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [0];
    throw error;
  }
}

/** The bytes at offsets `[from, to)` of all. */
async function* between(chunks: Chunks, from: number, to: number): Chunks {
  let start = 0;
  for await (const chunk of chunks) {
    const own = chunk.subarray(Math.max(0, from - start), Math.max(0, to - start));
    if (own.length > 0) yield own;
    start += chunk.length;
    if (start >= to) return;
  }
}

/** The bytes of one member. @throws what `isOfData` tells, and `unpacks-too-large` */
async function* inflated(chunks: Chunks, signal?: AbortSignal): Chunks {
  const input = pieces(chunks);
  let packed = 0;
  let unpacked = 0;
  const output = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(stream) {
      const { value, done } = await input.next();
      if (done) return stream.close();
      packed += value.length;
      stream.enqueue(value);
    },
  }).pipeThrough(new DecompressionStream('gzip'));
  const reader = output.getReader();
  let waiting: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (value) {
        waiting.push(value);
        size += value.length;
        unpacked += value.length;
        checkSwelling(unpacked, packed);
      }
      if (size > 0 && (done || size >= PIECE)) {
        yield joined(waiting);
        waiting = [];
        size = 0;
        // One chunk of a packed file makes many: others get their turn between these too.
        await nextTask();
        signal?.throwIfAborted();
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => {});
    await input.return();
  }
}

/**
 * The bytes of a zstd file, unpacked in one go.
 *
 * @throws {Problem} `damaged-file`, `unpacks-too-large`
 */
export function unzstdFile(
  packed: Uint8Array,
  unzstd: (bytes: Uint8Array) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  checkSwelling(declaredSize(packed), packed.length);
  try {
    return new Uint8Array(unzstd(packed));
  } catch {
    throw new Problem('damaged-file', { format: 'zstd' });
  }
}

/** What the frame's header says its content takes, or 0 when it does not say. */
function declaredSize(frame: Uint8Array): number {
  if (frame.length < 18) return 0;
  const view = new DataView(frame.buffer, frame.byteOffset);
  const descriptor = frame[4]!;
  const oneSegment = (descriptor & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3]!;
  const at = 5 + (oneSegment ? 0 : 1) + dictionary;
  switch (descriptor >> 6) {
    case 0:
      return oneSegment ? frame[at]! : 0;
    case 1:
      return view.getUint16(at, true) + 256;
    case 2:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at, true));
  }
}

/** @throws {Problem} `unpacks-too-large` */
export function checkSwelling(unpacked: number, packed: number): void {
  if (unpacked > LARGE && unpacked > packed * SWELLING) {
    throw new Problem('unpacks-too-large', { packed, unpacked });
  }
}

async function* pieces(chunks: Chunks): Chunks {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += FEED) yield chunk.subarray(from, from + FEED);
  }
}

/** Browsers report broken data as a TypeError, Node as an Error with zlib's code. */
function isOfData(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
