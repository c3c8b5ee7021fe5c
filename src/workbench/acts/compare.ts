import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** Shows what was changed since the notebook was last saved or opened. */
export function compareWithSaved(tab: NotebookTab): void {
  tab.comparedWith = null;
  tab.view = 'diff';
}

/** Shows how the notebook differs from another open one, which the user chooses. */
export async function compareWithOther(workbench: Workbench, tab: NotebookTab): Promise<void> {
  const others = workbench.notebooks.filter((other) => other !== tab);
  const { diff } = workbench.words.views;
  const names = others.map(({ name }) => name);
  const answer = await workbench.ask(diff.question(tab.name), diff.detail, [...names, diff.cancel]);
  const other = others[answer];
  if (!other) return;
  tab.comparedWith = { name: other.name, text: other.session.text, session: other.session };
  tab.view = 'diff';
}
