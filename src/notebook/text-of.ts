import { Problem } from '../base/problem';

/**
 * The text of a notebook's file, its byte order mark included.
 *
 * @throws {Problem} `not-text` when the bytes are not UTF-8, or have a NUL among them
 */
export function textOf(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>, file: string): string {
  const text = decoded(bytes);
  if (text === null || text.includes('\0')) throw new Problem('not-text', { file });
  return text;
}

function decoded(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
