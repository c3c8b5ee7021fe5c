import { saveText } from '../../platform/opened-file';
import { confirmSharing } from './confirm-sharing';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** Writes the notebook with its results as one page that needs nothing else. */
export async function exportPage(workbench: Workbench, tab: NotebookTab): Promise<void> {
  const { files, page: words } = workbench.words;
  const name = `${tab.name.replace(/(\.lift)?\.md$/, '')}.html`;
  if (!(await confirmSharing(workbench, tab, name))) return;
  workbench.messages.announce(words.saving);
  const [{ offlinePage }, { default: viewer }] = await Promise.all([
    import('../../share/page/offline-page'),
    import('../../share/page/viewer?code'),
  ]);
  const { language } = workbench;
  const page = await offlinePage(tab.session, { viewer, language, now: Date.now() });
  const saved = await saveText(page, name, null, 'page');
  if (saved.how === 'file') workbench.messages.inform(files.saved(saved.name));
  if (saved.how === 'download') workbench.messages.inform(files.downloaded(saved.name));
}
