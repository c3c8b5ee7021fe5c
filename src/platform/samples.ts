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
  const bytes = await unpacked(await load());
  return { name, size: bytes.size, bytes };
}

async function unpacked(base64: string): Promise<Blob> {
  const text = atob(base64);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) packed[i] = text.charCodeAt(i);
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain).blob();
}
