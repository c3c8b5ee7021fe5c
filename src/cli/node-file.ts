import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DataFile } from '../engine/engine';

/** A file on disk whose bytes are read when they are asked for; it is closed with the process. */
export async function nodeFile(path: string): Promise<DataFile> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    name: basename(path),
    size,
    bytes: {
      size,
      async slice(from: number, to: number) {
        const bytes = new Uint8Array(to - from);
        for (let filled = 0; filled < bytes.length;) {
          const { bytesRead } = await handle.read(
            bytes,
            filled,
            bytes.length - filled,
            from + filled,
          );
          if (bytesRead === 0) throw new RangeError(`${path} ends before byte ${to}.`);
          filled += bytesRead;
        }
        return bytes.buffer;
      },
    },
  };
}
