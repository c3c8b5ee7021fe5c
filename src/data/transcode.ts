import { Problem } from '../base/problem';
import type { Chunks } from './chunks';

/**
 * The same text in UTF-8, without a byte order mark.
 *
 * @throws {Problem} `unknown-encoding`
 */
export async function* utf8(chunks: Chunks, encoding: string): Chunks {
  if (/^utf-?8$/i.test(encoding)) return yield* unmarked(chunks);
  const decoder = decoderOf(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    const bytes = encoder.encode(decoder.decode(chunk, { stream: true }));
    if (bytes.length > 0) yield bytes;
  }
  const rest = encoder.encode(decoder.decode());
  if (rest.length > 0) yield rest;
}

async function* unmarked(chunks: Chunks): Chunks {
  let first = true;
  for await (const chunk of chunks) {
    const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    first = false;
    yield marked ? chunk.subarray(3) : chunk;
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new Problem('unknown-encoding', { encoding });
  }
}
