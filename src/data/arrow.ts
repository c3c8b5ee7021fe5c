import {
  CompressionType,
  DataType,
  type RecordBatch,
  RecordBatchReader,
  compressionRegistry,
} from 'apache-arrow';
import { Problem, type ProblemData } from '../base/problem';
import { type Parts, anyColumns, columnOf } from './arrow-columns';
import { renamed, uniqueNames } from './column-names';
import { unpackedLz4 } from './lz4';
import type { RawTable } from './raw-table';

type Unzstd = (bytes: Uint8Array) => Uint8Array;

/**
 * Reads an Arrow file or stream, from its buffers and not row by row. Dictionaries are taken over as
 * they are; fields of structs become columns `a.b`.
 *
 * @param codec  asked for when the bodies are packed with zstd
 * @throws {Problem} `damaged-file`
 */
export async function readArrow(
  bytes: Uint8Array,
  instant: (wall: number) => number,
  codec: () => Promise<Unzstd>,
): Promise<RawTable> {
  const batches = await batchesOf(bytes, codec);
  const fields = batches[0]?.schema.fields ?? [];
  const names = fields.map(({ name }) => name);
  const unique = uniqueNames(names);
  const rows = batches.reduce((sum, { numRows }) => sum + numRows, 0);
  const warnings: ProblemData[] = [];
  if (unique.some((name, k) => name !== names[k])) warnings.push(renamed(names, unique));
  const columns = fields.flatMap((field, k) => {
    const parts: Parts = {
      name: unique[k]!,
      field,
      rows,
      data: batches.map((batch) => batch.data.children[k]!),
      vectors: batches.map((batch) => batch.getChildAt(k)!),
    };
    const values = columnOf(parts, instant);
    if (values) return [{ name: parts.name, ...values }];
    if (DataType.isInt(field.type)) {
      warnings.push({ code: 'integers-as-text', args: { column: parts.name } });
    }
    return anyColumns(parts);
  });
  return { rows, columns, warnings, lineOf: () => undefined };
}

/** @throws {Problem} `damaged-file` whatever the library has to say about the file */
async function batchesOf(bytes: Uint8Array, codec: () => Promise<Unzstd>): Promise<RecordBatch[]> {
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackedLz4 });
  try {
    return allBatches(bytes);
  } catch (error) {
    if (!/codec not found/.test(reasonOf(error))) throw damaged();
  }
  const unzstd = await codec();
  // The library reads numbers in place, so their bytes must begin where a number may: in a copy.
  compressionRegistry.set(CompressionType.ZSTD, { decode: (packed) => unzstd(packed).slice() });
  try {
    return allBatches(bytes);
  } catch {
    throw damaged();
  }
}

function allBatches(bytes: Uint8Array): RecordBatch[] {
  return [...(RecordBatchReader.from(bytes) as Iterable<RecordBatch>)];
}

function damaged(): Problem {
  return new Problem('damaged-file', { format: 'arrow' });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
