import { sha256 } from '../data/sha256';
import type { Notebook } from '../notebook/notebook';

/** sha256 of all code in a notebook, cell by cell; null where it has none. Another character of code gives another one. */
export function codeFingerprint({ cells }: Notebook): string | null {
  const code = cells.filter(({ type }) => type === 'transform').map(({ body }) => body);
  if (code.length === 0) return null;
  const hash = sha256();
  hash.update(new TextEncoder().encode(JSON.stringify(code)));
  return hash.digest();
}
