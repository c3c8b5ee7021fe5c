import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '../base/problem';
import type { DataFile } from '../engine/engine';

/**
 * A file on disk. It is opened for each piece that is read, so that nothing has to be closed later.
 *
 * @throws {Problem} `not-a-file`, and what the file system throws
 */
export async function nodeFile(path: string): Promise<DataFile> {
  const found = await stat(path);
  if (!found.isFile()) throw new Problem('not-a-file', { file: path });
  const { size } = found;
  const slice = (from: number, to: number): Promise<ArrayBuffer> => bytesOf(path, from, to);
  return { name: basename(path), size, bytes: { size, slice } };
}

async function bytesOf(path: string, from: number, to: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(to - from);
  const file = await open(path, 'r');
  try {
    for (let filled = 0; filled < bytes.length;) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled);
      if (bytesRead === 0) throw new Problem('unreadable-file', { file: basename(path) });
      filled += bytesRead;
    }
  } finally {
    await file.close();
  }
  return bytes.buffer;
}
