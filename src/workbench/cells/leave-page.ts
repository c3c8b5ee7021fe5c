import { saveText } from '../../platform/opened-file';
import type { Workbench } from '../workbench.svelte';

/** Asks before a link leaves Liftbook, showing the whole address. */
export async function followLink(url: string, workbench: Workbench): Promise<void> {
  const { leave, open, stay } = workbench.words.cells.prose;
  const answer = await workbench.ask(leave, url, [open, stay]);
  if (answer === 0) window.open(url, '_blank', 'noopener,noreferrer');
}

/** Writes the list of the users behind a number to a file that the reader chooses. */
export async function exportMembers(title: string, csv: string): Promise<void> {
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  await saveText(csv, `${name}.csv`, null);
}
