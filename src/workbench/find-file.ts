import { type OpenedFile, fileName } from '../platform/opened-file';

/**
 * The file a notebook means by `path`: the one that lies there relative to the notebook, else one of
 * that content (`sha256`, where known), else one of that name. Undefined when none is at hand.
 *
 * @param known  sha256 of the files that have been read, by path
 */
export function findFile(
  files: readonly OpenedFile[],
  path: string,
  notebook: string,
  sha256: string | null,
  known: ReadonlyMap<string, string>,
): OpenedFile | undefined {
  const target = resolvePath(notebook, path);
  return (
    files.find((file) => file.path === target) ??
    (sha256 === null ? undefined : files.find((file) => known.get(file.path) === sha256)) ??
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
