import { saveText } from '../../platform/opened-file';
import { rememberFile } from '../../platform/recent-files';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Tab, Workbench } from '../workbench.svelte';
import { rememberTrust } from './trust-code';

/**
 * Saves a notebook to its file; without one, or `elsewhere`, the user says where. Gives whether it
 * was saved.
 */
export async function saveNotebook(
  workbench: Workbench,
  tab: NotebookTab,
  elsewhere = false,
): Promise<boolean> {
  const { session } = tab;
  const { text } = session;
  const saved = await saveText(text, tab.name, elsewhere ? null : tab.handle);
  if (saved.how === 'given-up') return false;
  await rememberTrust(session);
  const words = workbench.words.files;
  if (saved.how === 'download') {
    session.markSaved(text);
    workbench.messages.inform(words.downloaded(saved.name));
    return true;
  }
  const { handle, name } = saved;
  session.markSaved(text, name === tab.name ? session.file : name);
  tab.handle = handle;
  workbench.messages.announce(words.saved(name));
  const file = await handle.getFile();
  workbench.recent = await rememberFile({ path: name, file, handle }, Date.now());
  return true;
}

/** Closes a tab; unsaved changes are asked about first. */
export async function closeTab(workbench: Workbench, tab: Tab): Promise<void> {
  if (tab.kind === 'notebook' && tab.dirty && !(await mayDiscard(workbench, tab))) return;
  workbench.drop(tab);
  if (tab.kind === 'notebook') await tab.session.close();
  if (tab.kind === 'import') await tab.close();
}

async function mayDiscard(workbench: Workbench, tab: NotebookTab): Promise<boolean> {
  const { question, detail, save, discard, cancel } = workbench.words.unsaved;
  const answer = await workbench.ask(question(tab.name), detail, [save, discard, cancel]);
  return answer === 0 ? saveNotebook(workbench, tab) : answer === 1;
}
