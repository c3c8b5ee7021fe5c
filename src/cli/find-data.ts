import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { Problem } from '../base/problem';
import type { SessionOptions } from '../session/session';
import { fileProblem } from './file-problem';
import { nodeFile } from './node-file';

/**
 * Finds the data files of a notebook on disk: where `--source` says, else where the notebook says,
 * relative to it and inside the working directory or the notebook's folder.
 *
 * @param sources  paths from the working directory, by source cell
 */
export function dataFinder(
  notebook: string,
  sources: ReadonlyMap<string, string>,
): SessionOptions['locate'] {
  const folder = dirname(resolve(notebook));
  return async (path, _sha256, cell) => {
    const named = sources.get(cell);
    if (named !== undefined) return opened(named, named);
    const place = resolve(folder, path);
    const real = await realpath(place).catch(() => {
      throw new Problem('source-file-missing', { file: path, source: cell }, { path: 'file' });
    });
    const allowed = await Promise.all([process.cwd(), folder].map((each) => realpath(each)));
    if (!allowed.some((each) => isInside(each, real))) {
      throw new Problem('outside-folder', { file: path, source: cell }, { path: 'file' });
    }
    return opened(real, path);
  };
}

async function opened(place: string, name: string) {
  try {
    return await nodeFile(place);
  } catch (error) {
    throw fileProblem(error, name) ?? error;
  }
}

function isInside(folder: string, place: string): boolean {
  const way = relative(folder, place);
  return !/^\.\.($|[\\/])/.test(way) && !isAbsolute(way);
}
