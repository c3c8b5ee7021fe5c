import { analysisKind } from '../../notebook/notebook';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';
import { insertKind } from './insert-cell';

/** Shows the first analysis of a kind in the notebook; where there is none, one is put below the cell `from`. */
export async function goToKind(
  workbench: Workbench,
  tab: NotebookTab,
  from: string,
  kind: string,
): Promise<void> {
  const found = tab.session.notebook.cells.find((cell) => analysisKind(cell) === kind);
  if (found) return tab.reveal(found.id);
  tab.navigation.select(from);
  await insertKind(workbench, tab, 'analysis');
  if (tab.selected !== null) tab.reveal(tab.selected);
}
