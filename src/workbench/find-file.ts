import { type OpenedFile, fileName } from '../platform/opened-file';

/** A file at hand; `sha256` once it has been read. */
export interface ShelvedFile extends OpenedFile {
  readonly sha256: string | null;
}

/**
 * The file a notebook means by `path`: the one that lies there relative to the notebook, else one of
 * that content (where `sha256` is known), else one of that name. Undefined when none is at hand.
 */
export function findFile(
  files: readonly ShelvedFile[],
  path: string,
  notebook: string,
  sha256: string | null,
): ShelvedFile | undefined {
  const target = resolvePath(notebook, path);
  return (
    files.find((file) => file.path === target) ??
    (sha256 === null ? undefined : files.find((file) => file.sha256 === sha256)) ??
    files.find((file) => fileName(file.path) === fileName(path))
  );
}

/** `path` as seen from the folder of `from`: `../data/a.csv` from `reviews/x.lift.md` is `data/a.csv`. */
export function resolvePath(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
