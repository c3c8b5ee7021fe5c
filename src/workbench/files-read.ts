import { isObject } from '../base/json';
import type { Notebook } from '../notebook/notebook';

/** The paths of the data files that a notebook's sources name, as they are written in it. */
export function filesRead({ cells }: Notebook): readonly string[] {
  return cells.flatMap((cell) => {
    if (cell.type !== 'source' || !isObject(cell.json?.value)) return [];
    const { file, files } = cell.json.value;
    return [file, ...(Array.isArray(files) ? files : [])].filter(
      (path) => typeof path === 'string',
    );
  });
}
