import { isObject } from '../base/json';
import type { SourceOutput } from '../engine/engine';
import type { Notebook } from '../notebook/notebook';
import type { CellState } from '../session/cell-state';

/** A source cell with what was read for it. `same` is null when the notebook does not say which file it was made with. */
export interface SourceMatch {
  readonly id: string;
  readonly output: SourceOutput;
  readonly same: boolean | null;
}

/** The sources of a notebook that have been read, each beside the fingerprint the notebook was saved with. */
export function sourceMatches(
  notebook: Notebook,
  state: (id: string) => CellState,
): readonly SourceMatch[] {
  return notebook.cells.flatMap((cell) => {
    if (cell.type !== 'source') return [];
    const found = state(cell.id);
    const output = 'output' in found ? found.output : null;
    if (output?.type !== 'source') return [];
    const wanted = isObject(cell.json?.value) ? cell.json.value['sha256'] : undefined;
    const same = typeof wanted === 'string' ? wanted === output.sha256 : null;
    return [{ id: cell.id, output, same }];
  });
}
