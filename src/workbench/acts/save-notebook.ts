import { parseNotebook } from '../../notebook/parse';
import { textOf } from '../../notebook/text-of';
import { saveText } from '../../platform/opened-file';
import { rememberFile } from '../../platform/recent-files';
import { writeInPlace } from '../../platform/write-in-place';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Tab, Workbench } from '../workbench.svelte';
import { holdFile, letGo } from './hold-file';
import { keepVersionOf } from './keep-versions';
import { rememberTrust } from './trust-code';

/**
 * Saves a notebook to its file; without one, or `elsewhere`, the user says where. Gives whether it
 * was saved.
 *
 * @throws {Problem} `save-refused`, `save-failed`, `save-differs`; the changes stay unsaved then
 */
export async function saveNotebook(
  workbench: Workbench,
  tab: NotebookTab,
  elsewhere = false,
): Promise<boolean> {
  const { session, handle } = tab;
  session.catchUp();
  if (!handle || elsewhere) return saveWhereChosen(workbench, tab);
  const { text } = session;
  const result = await writeInPlace(handle, text, session.savedText);
  if (result.how === 'gone') return saveWhereChosen(workbench, tab);
  if (result.how === 'changed') return changedOnDisk(workbench, tab, result.found);
  await saved(tab, text);
  workbench.messages.announce(workbench.words.files.saved(tab.name));
  return true;
}

async function saveWhereChosen(workbench: Workbench, tab: NotebookTab): Promise<boolean> {
  const { session } = tab;
  const { text } = session;
  const taken = await saveText(text, tab.name, null);
  if (taken.how === 'given-up') return false;
  const words = workbench.words.files;
  if (taken.how === 'download') {
    await saved(tab, text);
    workbench.messages.inform(words.downloaded(taken.name));
    return true;
  }
  const { handle, name } = taken;
  await saved(tab, text, name === tab.name ? session.file : name);
  tab.handle = handle;
  await holdFile(tab);
  workbench.messages.announce(words.saved(name));
  const file = await handle.getFile();
  workbench.recent = await rememberFile({ path: name, file, handle }, Date.now());
  return true;
}

async function saved({ session }: NotebookTab, text: string, file = session.file): Promise<void> {
  session.markSaved(text, file);
  await Promise.all([rememberTrust(session), keepVersionOf(session, 'saved', text)]);
}

/** The file holds what nobody here has seen: neither version is written over the other. */
async function changedOnDisk(
  workbench: Workbench,
  tab: NotebookTab,
  found: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { session } = tab;
  const theirs = textOf(found, session.file);
  await keepVersionOf(session, 'on-disk', theirs);
  await keepVersionOf(session, 'replaced');
  const { question, detail, copy, take, compare, cancel } = workbench.words.keeping.changedOnDisk;
  const answer = await workbench.ask(question(tab.name), detail, [copy, take, compare, cancel]);
  if (answer === 0) return saveWhereChosen(workbench, tab);
  if (answer === 1) {
    session.apply(() => parseNotebook(theirs, session.file));
    session.markSaved(theirs);
    return true;
  }
  if (answer === 2) workbench.versions = tab;
  return false;
}

/** Closes a tab; unsaved changes are asked about first. */
export async function closeTab(workbench: Workbench, tab: Tab): Promise<void> {
  if (tab.kind === 'notebook' && tab.session.dirty && !(await mayDiscard(workbench, tab))) return;
  workbench.drop(tab);
  if (tab.kind === 'notebook') {
    letGo(tab);
    await tab.session.close();
  }
  if (tab.kind === 'import') await tab.close();
}

async function mayDiscard(workbench: Workbench, tab: NotebookTab): Promise<boolean> {
  const { question, detail, save, discard, cancel } = workbench.words.unsaved;
  const answer = await workbench.ask(question(tab.name), detail, [save, discard, cancel]);
  if (answer === 0) return saveNotebook(workbench, tab);
  if (answer === 1) await keepVersionOf(tab.session, 'left');
  return answer === 1;
}
