import { textOf } from '../../notebook/text-of';
import { parseNotebook } from '../../notebook/parse';
import { FileHold } from '../../platform/file-hold';
import type { NotebookTab } from '../notebook-tab.svelte';

const holds = new WeakMap<NotebookTab, FileHold>();

/** Lets one tab of the browser at a time change the file of a notebook; the others can read it. */
export async function holdFile(tab: NotebookTab): Promise<void> {
  letGo(tab);
  if (!tab.handle || !('locks' in navigator)) return;
  const hold = new FileHold(tab.session.file, () => {
    // What was typed last is still this tab's own.
    tab.session.catchUp();
    tab.elsewhere = true;
  });
  holds.set(tab, hold);
  tab.elsewhere = !(await hold.take());
}

/** Takes the file from the tab that has it, with what that one saved. */
export async function takeOver(tab: NotebookTab): Promise<void> {
  await holds.get(tab)?.takeOver();
  tab.elsewhere = false;
  const { session, handle } = tab;
  if (!handle || session.dirty) return;
  const text = textOf(new Uint8Array(await (await handle.getFile()).arrayBuffer()), session.file);
  if (text === session.savedText) return;
  session.apply(() => parseNotebook(text, session.file));
  session.markSaved(text);
}

/** The tab is closed, or its file is another one now. */
export function letGo(tab: NotebookTab): void {
  holds.get(tab)?.close();
  holds.delete(tab);
}
