import { type CellSpec, freshId, insertCell } from '../../notebook/edit';
import { identifierOf } from '../cells/new-cell';
import type { ImportTab } from '../import/import-tab.svelte';
import { type TestChoice, isComplete, testParams } from '../import/test-choice';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';
import { openNew } from './open-files';
import { closeTab } from './save-notebook';

/**
 * Writes a source cell for what was imported into a notebook, a new one for null. The A/B test
 * follows it, or is offered.
 */
export async function useImport(
  workbench: Workbench,
  tab: ImportTab,
  into: NotebookTab | null,
  withTest: boolean,
): Promise<void> {
  const name = identifierOf(tab.name);
  const notebook = workbench.show(into ?? openNew(workbench, name));
  const id = freshId(notebook.session.notebook, name);
  append(notebook, { type: 'source', id, json: tab.params });
  const test = tab.test && isComplete(tab.test) ? tab.test : null;
  if (withTest && test) addTest(notebook, id, tab, test);
  else {
    const words = workbench.words.import;
    const run = (): void => {
      workbench.show(notebook);
      if (test) addTest(notebook, id, tab, test);
    };
    workbench.messages.inform(words.used(id), test && { title: words.offerTest, run });
  }
  await closeTab(workbench, tab);
}

function addTest(notebook: NotebookTab, source: string, tab: ImportTab, test: TestChoice): void {
  if (!tab.output) return;
  const json = testParams(source, tab.output, test);
  append(notebook, { type: 'analysis', id: freshId(notebook.session.notebook, 'ab'), json });
}

/** Puts a cell at the end of a notebook and brings it into view. */
function append(tab: NotebookTab, spec: CellSpec & { readonly id: string }): void {
  tab.session.apply((notebook) => insertCell(notebook, notebook.cells.length, spec));
  tab.reveal(spec.id);
}
