import type { DataFile } from '../engine/engine';
import { type OpenedFile, fileName } from '../platform/opened-file';
import { sampleFile } from '../platform/samples';
import { type ShelvedFile, findFile } from './find-file';

/** The files at hand: what was dropped or opened, and the open folder. Bytes stay on disk until the engine reads them. */
export class Shelf {
  files = $state.raw<readonly ShelvedFile[]>([]);
  /** Name of the open folder. */
  folder = $state<string | null>(null);

  /** A file of the same path takes the place of the one before. */
  add(files: readonly OpenedFile[]): void {
    const stay = this.files.filter((old) => files.every(({ path }) => path !== old.path));
    this.files = [...stay, ...files.map((file) => ({ ...file, sha256: null }))];
  }

  openFolder(files: readonly OpenedFile[]): void {
    this.folder = files[0]?.path.split('/')[0] ?? null;
    this.add(files);
  }

  /** Remembers what the engine found to be the content of a file: notebooks may know it by that. */
  learn(path: string, sha256: string): void {
    this.files = this.files.map((file) => (file.path === path ? { ...file, sha256 } : file));
  }

  /** What a notebook means by `path`; the samples that come with the app are found by name. Null when not at hand. */
  async locate(notebook: string, path: string, sha256: string | null): Promise<DataFile | null> {
    const found = findFile(this.files, path, notebook, sha256);
    return found ? dataFile(found) : sampleFile(fileName(path));
  }
}

export function dataFile({ path, file }: OpenedFile): DataFile {
  return { name: fileName(path), size: file.size, bytes: file };
}
