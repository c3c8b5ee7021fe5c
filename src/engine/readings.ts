import { type ByteSource, blobSource } from '../data/byte-source';
import type { Dataset } from '../data/dataset';
import type { FormatOptions } from '../data/format';
import { readDataset } from '../data/read';
import type { DataFile, Progress } from './engine';
import { isAbort } from './failure';

/** Zone and spelling under which a file is read. */
export interface Spelling {
  readonly format: FormatOptions;
  readonly timezone: string;
}

interface Reading {
  readonly result: Promise<Dataset>;
  /** Null while it is read. */
  dataset: Dataset | null;
}

/** The files that have been read, each once for every way in which it is spelled. */
export class Readings {
  readonly #byFile = new Map<DataFile['bytes'], Map<string, Reading>>();

  /** The table in `file`. Two that ask at once share one reading; when the first of them gives up, the other reads on. */
  async dataset(
    file: DataFile,
    spelling: Spelling,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Dataset> {
    const key = JSON.stringify([spelling.format, spelling.timezone]);
    for (;;) {
      signal.throwIfAborted();
      const known = this.#byFile.get(file.bytes)?.get(key);
      try {
        return await (known?.result ?? this.#read(file, key, spelling, progress, signal));
      } catch (error) {
        if (!isAbort(error)) throw error;
      }
    }
  }

  /** Lets go of every table that is read and not `wanted`. */
  keepOnly(wanted: ReadonlySet<Dataset>): void {
    for (const [bytes, readings] of this.#byFile) {
      for (const [key, { dataset }] of readings) {
        if (dataset && !wanted.has(dataset)) readings.delete(key);
      }
      if (readings.size === 0) this.#byFile.delete(bytes);
    }
  }

  #read(
    { name, bytes }: DataFile,
    key: string,
    { format, timezone }: Spelling,
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<Dataset> {
    const options = { name, format, timezone, signal, onProgress };
    const reading: Reading = { result: readDataset(sourceOf(bytes), options), dataset: null };
    const readings = this.#byFile.get(bytes) ?? new Map<string, Reading>();
    this.#byFile.set(bytes, readings.set(key, reading));
    reading.result.then(
      (dataset) => (reading.dataset = dataset),
      () => readings.delete(key),
    );
    return reading.result;
  }
}

function sourceOf(bytes: DataFile['bytes']): ByteSource {
  return bytes instanceof Blob ? blobSource(bytes) : bytes;
}
