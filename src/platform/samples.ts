import type { DataFile } from '../engine/engine';
import { fileName } from './opened-file';

/** The notebooks and data files that come with the app, each in a script of its own. */
const notebooks = import.meta.glob<string>('../../notebooks/*.lift.md', {
  query: '?raw',
  import: 'default',
});
const data = import.meta.glob<string>(
  [
    '../../sample-data/*.{csv,parquet}',
    '!../../sample-data/shop-events.csv', // the same rows as the Parquet file
  ],
  { query: '?bytes', import: 'default' },
);

/** Names of the sample notebooks, e.g. `checkout-test.lift.md`. */
export const sampleNotebooks: readonly string[] = Object.keys(notebooks).map(fileName);

/** The text of a sample notebook; `name` is one of `sampleNotebooks`. */
export async function sampleNotebook(name: string): Promise<string> {
  const load = notebooks[`../../notebooks/${name}`];
  if (!load) throw new RangeError(`sampleNotebook: no ${name}`);
  return load();
}

/** A sample data file, or null when there is none of that name. */
export async function sampleFile(name: string): Promise<DataFile | null> {
  const load = data[`../../sample-data/${name}`];
  if (!load) return null;
  const bytes = new Blob([bytesOf(await load())]);
  return { name, size: bytes.size, bytes };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  // Not every browser has it yet, and the compiler does not know it.
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
  return bytes;
}
