import type { ByteSource } from './byte-source';
import { nextTask } from './next-task';
import { sha256 } from './sha256';

/** The largest file that is digested in one buffer; `crypto.subtle` takes no pieces and copies what it is given. */
const WHOLE = 2 ** 30;
const PIECE = 2 ** 22;

/** sha256 of all bytes, lower-case hex. Runs beside other work where the browser has a digest of its own. */
export async function fingerprintOf(source: ByteSource, signal?: AbortSignal): Promise<string> {
  // Absent in insecure contexts, whatever the types say.
  const native = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (native && source.size <= WHOLE) {
    const digest = await native.digest('SHA-256', await source.slice(0, source.size));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
  }
  const digest = sha256();
  for (let from = 0; from < source.size; from += PIECE) {
    digest.update(new Uint8Array(await source.slice(from, Math.min(from + PIECE, source.size))));
    await nextTask();
    signal?.throwIfAborted();
  }
  return digest.digest();
}
