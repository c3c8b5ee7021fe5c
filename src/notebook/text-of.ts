import { Problem } from '../base/problem';

/**
 * The text of a notebook's file, its byte order mark included.
 *
 * @throws {Problem} `not-text` when the bytes are not UTF-8, or have a NUL among them
 * @throws {Problem} `not-a-notebook` when the text is that of another program
 */
export function textOf(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>, file: string): string {
  const text = decoded(bytes);
  if (text === null || text.includes('\0')) throw new Problem('not-text', { file });
  const found = otherKind(text);
  if (found) throw new Problem('not-a-notebook', { file, found });
  return text;
}

/** What people save or rename by mistake. */
function otherKind(text: string): 'jupyter' | 'html' | null {
  if (/^```.*lift:/m.test(text)) return null;
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{') && /"nbformat"\s*:/.test(text)) return 'jupyter';
  return /^<(!doctype html|html)\b/i.test(start) ? 'html' : null;
}

function decoded(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
