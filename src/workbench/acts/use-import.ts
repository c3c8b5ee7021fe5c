import type { JsonObject } from '../../base/json';
import { type CellSpec, freshId, insertCell } from '../../notebook/edit';
import { experimentProposal } from '../cells/experiment-proposal';
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
  else if (holdsCounts(tab)) addExperiment(notebook, experimentProposal(id, tab.output));
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
  if (tab.output) addExperiment(notebook, testParams(source, tab.output, test));
}

/** Counts of finished tests leave nothing to choose. */
function holdsCounts({ output }: ImportTab): boolean {
  return output !== null && 'users' in output.roles && 'conversions' in output.roles;
}

function addExperiment(notebook: NotebookTab, json: JsonObject): void {
  append(notebook, { type: 'analysis', id: freshId(notebook.session.notebook, 'ab'), json });
}

/** Puts a cell at the end of a notebook and brings it into view. */
function append(tab: NotebookTab, spec: CellSpec & { readonly id: string }): void {
  tab.session.apply((notebook) => insertCell(notebook, notebook.cells.length, spec));
  tab.reveal(spec.id);
}
