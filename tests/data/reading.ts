import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bytesSource } from '../../src/data/byte-source';
import type { Chunks } from '../../src/data/chunks';
import { readCsv } from '../../src/data/csv';
import type { Column, Dataset } from '../../src/data/dataset';
import { type ReadOptions, readDataset } from '../../src/data/read';
import { settled } from '../../src/data/settle';

const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Whether the data sets that are not part of the repository are here; says so when not. */
export function sharedData(): boolean {
  const there = existsSync(SHARED);
  if (!there) console.log(`skipped: ${SHARED} is not there`);
  return there;
}

export async function readShared(path: string, options: Partial<ReadOptions> = {}) {
  return read(new Uint8Array(await readFile(SHARED + path)), { name: path, ...options });
}

/** Reads text or bytes as a file. */
export function read(
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
): Promise<Dataset> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source = bytesSource(new Uint8Array(bytes));
  return readDataset(source, { name: 'table.csv', ...options });
}

/** Reads delimited text that arrives in pieces of the given sizes, over and over. */
export async function readCut(content: string | Uint8Array, sizes: readonly number[]) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const instant = (wall: number) => wall;
  const raw = await readCsv({
    text: () => cut(new Uint8Array(bytes), sizes),
    size: null,
    format: {},
    instant,
  });
  return { rows: raw.rows, ...settled(raw, { format: {}, instant }) };
}

export async function* cut(bytes: Uint8Array<ArrayBuffer>, sizes: readonly number[]): Chunks {
  for (let from = 0, k = 0; from < bytes.length; ++k) {
    const size = sizes[k % sizes.length]!;
    yield bytes.slice(from, from + size);
    from += size;
  }
}

/** The cells of a column as plain values, null for missing. */
export function cells(column: Column): (string | number | boolean | null)[] {
  switch (column.kind) {
    case 'text':
      return Array.from(column.codes, (code) => column.values[code] ?? null);
    case 'flag':
      return Array.from(column.values, (flag) => (flag < 0 ? null : flag === 1));
    default:
      return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
  }
}

/** All columns by name, as plain values. */
export function table({ columns }: Pick<Dataset, 'columns'>) {
  return Object.fromEntries(columns.map((column) => [column.name, cells(column)]));
}

export function kinds({ columns }: Pick<Dataset, 'columns'>) {
  return Object.fromEntries(columns.map(({ name, kind }) => [name, kind]));
}
