import type { DataFile } from '../engine/engine';
import { type OpenedFile, fileName, isData } from '../platform/opened-file';
import { sampleFile } from '../platform/samples';
import { findFile } from './find-file';

/** The files at hand: what was dropped or opened, and the open folder. Bytes stay on disk until the engine reads them. */
export class Shelf {
  files = $state.raw<readonly OpenedFile[]>([]);
  /** Name of the open folder. */
  folder = $state<string | null>(null);
  readonly #hashes = new Map<string, string>();

  /** A file of the same path takes the place of the one before. */
  add(files: readonly OpenedFile[]): void {
    const paths = new Set(files.map(({ path }) => path));
    this.files = [...this.files.filter(({ path }) => !paths.has(path)), ...files];
  }

  openFolder(files: readonly OpenedFile[]): void {
    this.folder = files[0]?.path.split('/')[0] ?? null;
    this.add(files);
  }

  get data(): readonly OpenedFile[] {
    return this.files.filter(({ path }) => isData(path));
  }

  /** Remembers what the engine found to be the content of a file. */
  learn(path: string, sha256: string): void {
    this.#hashes.set(path, sha256);
  }

  /** What a notebook means by `path`; the samples that come with the app are found by name. Null when not at hand. */
  async locate(notebook: string, path: string, sha256: string | null): Promise<DataFile | null> {
    const found = findFile(this.files, path, notebook, sha256, this.#hashes);
    return found ? dataFile(found) : sampleFile(fileName(path));
  }
}

export function dataFile({ path, file }: OpenedFile): DataFile {
  return { name: fileName(path), size: file.size, bytes: file };
}
