import { sharedContents } from '../../share/shared-contents';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** Lists what a file that is about to be shared will hold; gives whether the reader agrees. */
export async function confirmSharing(
  workbench: Workbench,
  tab: NotebookTab,
  file: string,
): Promise<boolean> {
  const { question, share, cancel } = workbench.words.privacy;
  const lines = sharedContents(await tab.session.shared(), workbench.language);
  const detail = lines.map((line) => `• ${line}`).join('\n');
  return (await workbench.ask(question(file), detail, [share, cancel])) === 0;
}
