import { EditorView } from '@codemirror/view';
import { splitProse } from '../../notebook/turn-cell';
import { cellOf } from '../../notebook/notebook';
import type { NotebookTab } from '../notebook-tab.svelte';

/** Cuts the text that is being written in two at the cursor, and goes on writing in the second. */
export function splitCell(tab: NotebookTab): void {
  const { editing, session } = tab;
  const editor = document.activeElement?.closest<HTMLElement>('.cm-editor');
  const view = editor && EditorView.findFromDOM(editor);
  if (editing === null || !view) return;
  session.catchUp();
  if (cellOf(tab.notebook, editing)?.type !== 'prose') return;
  const { head } = view.state.selection.main;
  tab.navigation.split((notebook) => splitProse(notebook, editing, head));
}
