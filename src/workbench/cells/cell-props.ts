import type { Cell } from '../../notebook/notebook';
import type { CellState } from '../../session/cell-state';
import type { NotebookTab } from '../notebook-tab.svelte';

/** What the view of a cell is given that is fetched with the first cell of its type. */
export interface CellProps extends Record<string, unknown> {
  readonly tab: NotebookTab;
  readonly cell: Cell;
  readonly state: CellState;
}
