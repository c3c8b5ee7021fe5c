import { Problem } from '../base/problem';

/** How writing to a file in place ended: `changed` holds what somebody else has put there since. */
export type InPlace =
  | { readonly how: 'written' }
  | { readonly how: 'changed'; readonly found: Uint8Array<ArrayBuffer> }
  /** It was moved or deleted. */
  | { readonly how: 'gone' };

/**
 * Writes `text` to a file whose content is `expected`, and reads it back. Nothing is written over what
 * somebody else has written meanwhile, and when writing fails the file stays as it was.
 *
 * @throws {Problem} `save-refused` when the browser or the reader forbids it, `save-failed` when the
 *   disk does, `save-differs` when the file holds something else afterwards
 */
export async function writeInPlace(
  handle: FileSystemFileHandle,
  text: string,
  expected: string,
): Promise<InPlace> {
  const file = handle.name;
  const mode = { mode: 'readwrite' } as const;
  const isGranted =
    (await handle.queryPermission(mode)) === 'granted' ||
    (await handle.requestPermission(mode)) === 'granted';
  if (!isGranted) throw new Problem('save-refused', { file });
  const bytes = new TextEncoder().encode(text);
  try {
    const found = await contentOf(handle);
    if (!same(found, new TextEncoder().encode(expected)) && !same(found, bytes)) {
      return { how: 'changed', found };
    }
    const stream = await handle.createWritable();
    await stream.write(bytes);
    await stream.close();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'NotFoundError') return { how: 'gone' };
    const refused = error.name === 'NotAllowedError' || error.name === 'SecurityError';
    throw new Problem(refused ? 'save-refused' : 'save-failed', { file });
  }
  if (!same(await contentOf(handle), bytes)) throw new Problem('save-differs', { file });
  return { how: 'written' };
}

async function contentOf(handle: FileSystemFileHandle): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await handle.getFile()).arrayBuffer());
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
