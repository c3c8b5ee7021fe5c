import { printPage } from '../../platform/print-page';
import { fitSlides } from '../../share/page/fit-slides';
import { printedPage, printedSlides } from '../../share/page/printed-page';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** Hands the notebook to the browser's printer, which also writes PDF: as pages, or as slides. */
export async function printNotebook(
  { language }: Workbench,
  { session }: NotebookTab,
  as: 'pages' | 'slides',
): Promise<void> {
  if (as === 'slides') await printPage(await printedSlides(session, language), fitSlides);
  else await printPage(await printedPage(session, language));
}
