import { zipSync } from 'fflate';

/**
 * Files in one, by name; they are not made smaller, since pictures cannot be.
 *
 * @param now  epoch ms, the time written of each
 */
export function zipOf(
  files: Readonly<Record<string, Uint8Array>>,
  now: number,
): Uint8Array<ArrayBuffer> {
  return zipSync(files, { level: 0, mtime: new Date(now) }) as Uint8Array<ArrayBuffer>;
}
