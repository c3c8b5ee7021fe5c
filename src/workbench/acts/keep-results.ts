import { snapshotOf } from '../../notebook/snapshot';
import { keptContents } from '../../share/shared-contents';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** Keeps the results in the notebook; asks when its file gets some for the first time, with what they will be. */
export async function keepResults(workbench: Workbench, { session, name }: NotebookTab) {
  const { keeping, cancel } = workbench.words.privacy;
  const results = session.results();
  if (Object.keys(results.cells).length === 0) return workbench.messages.inform(keeping.none);
  if (snapshotOf(session.notebook) === null) {
    const lines = keptContents(results, await session.shared(), workbench.language);
    const detail = [keeping.detail, ...lines.map((line) => `• ${line}`)].join('\n');
    const answers = [keeping.keep, cancel];
    if ((await workbench.ask(keeping.question(name), detail, answers)) !== 0) return;
  }
  session.saveResults();
}
