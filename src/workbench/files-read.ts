import { type Json, isObject } from '../base/json';
import type { Notebook } from '../notebook/notebook';

/** A data file as a source names it: its path as written, and what its content was, where that is said. */
export interface FileRead {
  readonly path: string;
  readonly sha256: string | null;
}

/** The files that the sources and definitions of a notebook name, in its order. */
export function filesRead({ cells }: Notebook): readonly FileRead[] {
  return cells.flatMap((cell) => {
    if (cell.type !== 'source' && cell.type !== 'definitions') return [];
    if (!isObject(cell.json?.value)) return [];
    const { file, files, sha256 } = cell.json.value;
    const paths: readonly (Json | undefined)[] = Array.isArray(files) ? files : [file];
    const sums: readonly (Json | undefined)[] = Array.isArray(sha256) ? sha256 : [sha256];
    return paths.flatMap((path, index) => {
      const sum = sums[index];
      if (typeof path !== 'string') return [];
      return { path, sha256: typeof sum === 'string' ? sum : null };
    });
  });
}
