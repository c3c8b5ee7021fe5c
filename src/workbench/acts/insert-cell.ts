import { chooseFiles } from '../../platform/opened-file';
import { analysisSpec, sourceSpec } from '../cells/new-cell';
import type { InsertKind } from '../cells/insert-kinds';
import { writtenSpec } from '../cells/written-spec';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** Inserts a cell where one was offered, else below the selected one, and opens it where there is something to type. */
export async function insertKind(
  workbench: Workbench,
  { navigation, session, selected }: NotebookTab,
  kind: InsertKind,
): Promise<void> {
  switch (kind) {
    case 'text':
      navigation.insert({ type: 'prose', body: '' });
      return navigation.edit();
    case 'analysis':
      navigation.insert(analysisSpec(session));
      return;
    case 'data': {
      const [file] = await chooseFiles(workbench.words.files.kinds);
      if (!file) return navigation.leave();
      workbench.shelf.add([file]);
      navigation.insert(sourceSpec(session.notebook, file.path));
      return;
    }
    default:
      navigation.insert(writtenSpec(kind, session, selected, Date.now()));
      if (kind === 'transform') navigation.edit();
  }
}
