import { isObject } from '../../base/json';
import type { Cell, Notebook } from '../../notebook/notebook';
import { snapshotOf } from '../../notebook/snapshot';

/** A test in a notebook, with what it came to as far as the file tells. */
export interface Experiment {
  readonly cell: string;
  /** Its hypothesis where it has one, else the name of its cell. */
  readonly title: string;
  readonly owner: string | null;
  /** As the result saved in the file says; null where none is. */
  readonly decision: string | null;
}

/** The tests of a notebook, in its order. */
export function experimentsOf(notebook: Notebook): readonly Experiment[] {
  const saved = snapshotOf(notebook)?.cells ?? {};
  return notebook.cells.filter(isExperiment).map((cell) => {
    const params = 'json' in cell && isObject(cell.json?.value) ? cell.json.value : {};
    const { hypothesis, owner } = params;
    const result = saved[cell.id]?.result;
    const verdict = isObject(result) ? result['verdict'] : null;
    const decision = isObject(verdict) ? verdict['decision'] : null;
    return {
      cell: cell.id,
      title: typeof hypothesis === 'string' && hypothesis !== '' ? hypothesis : cell.id,
      owner: typeof owner === 'string' ? owner : null,
      decision: typeof decision === 'string' ? decision : null,
    };
  });
}

function isExperiment(cell: Cell): boolean {
  if (cell.type !== 'analysis' || !isObject(cell.json?.value)) return false;
  const { kind } = cell.json.value;
  return kind === 'experiment' || kind === 'calculator';
}
