import { readsOfCode } from '../../notebook/code-reads';
import { cellsText, pasteCells } from '../../notebook/paste-cells';
import { clipboardText, copy } from '../../platform/clipboard';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** Puts the selected cells on the clipboard, as the text they are in the file. */
export async function copyCells(workbench: Workbench, tab: NotebookTab): Promise<void> {
  const { chosen } = tab.navigation;
  if (chosen.length === 0) return;
  const text = cellsText(tab.notebook, new Set(chosen.map(({ id }) => id)));
  workbench.copiedCells = text;
  await copy({ 'text/plain': text });
  workbench.messages.announce(workbench.words.cells.copied(chosen.length));
}

/** The same, and takes them out of the notebook. */
export async function cutCells(workbench: Workbench, tab: NotebookTab): Promise<void> {
  await copyCells(workbench, tab);
  tab.navigation.remove();
}

/**
 * Puts what the clipboard holds below the selected cells, each cell under a free name. Where the
 * browser keeps the clipboard to itself it is what was copied here last.
 */
export async function pasteBelow(workbench: Workbench, tab: NotebookTab): Promise<void> {
  const { cells } = workbench.words;
  const text = (await clipboardText()) ?? workbench.copiedCells;
  if (text === null) return workbench.messages.inform(cells.notPasted);
  const added = tab.navigation.put((notebook, index) =>
    pasteCells(notebook, index, text, readsOfCode),
  );
  workbench.messages.announce(cells.pasted(added.length));
}
