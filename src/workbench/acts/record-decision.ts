import { fileName } from '../../platform/opened-file';
import { timeZone } from '../../platform/machine';
import { decisionDraft } from '../../share/decision';
import { LOG_FILE, decisionsIn, recorded } from '../../share/decision-log';
import { decidedCells } from '../../share/verdict';
import { runningWinRate } from '../../share/win-rate';
import { askDecision } from '../decide/ask-decision';
import { newNotebookText } from '../new-notebook';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';
import { openFiles } from './open-files';
import { saveNotebook } from './save-notebook';

/**
 * Records what was decided about an experiment in the log of the folder, or in a new one. A log that
 * can be saved in place is; else that is left to the reader, who sees it.
 */
export async function recordDecision(workbench: Workbench, tab: NotebookTab): Promise<void> {
  const { language, messages } = workbench;
  const words = workbench.words.sharing.log;
  const cell = await decidedCell(workbench, tab);
  const draft = cell === undefined ? null : decisionDraft(tab.session, cell, language, Date.now());
  const decision = draft && (await askDecision(draft, language));
  if (!decision) return;
  const log = await logTab(workbench);
  log.session.apply((notebook) => recorded(notebook, decision, language));
  workbench.show(log);
  const isSaved = log.handle !== null && (await saveNotebook(workbench, log));
  const rate = winRateText(log, workbench);
  messages.inform(`${isSaved ? words.recorded(log.name) : words.unsaved(log.name)} ${rate}`);
}

/** The selected experiment, or the one there is, or the one the reader says. */
async function decidedCell(
  workbench: Workbench,
  { session, selected }: NotebookTab,
): Promise<string | undefined> {
  const cells = decidedCells(session);
  const found = cells.find((id) => id === selected);
  if (found !== undefined || cells.length < 2) return found ?? cells[0];
  const { cancel } = workbench.words.unsaved;
  return cells[await workbench.ask(workbench.words.sharing.log.which, '', [...cells, cancel])];
}

async function logTab(workbench: Workbench): Promise<NotebookTab> {
  const open = (): NotebookTab | undefined =>
    workbench.notebooks.find(({ session }) => fileName(session.file) === LOG_FILE);
  const atHand = workbench.shelf.files.find(({ path }) => fileName(path) === LOG_FILE);
  if (!open() && atHand) await openFiles(workbench, [atHand]);
  const { title } = workbench.words.sharing.log;
  return open() ?? workbench.newTab(newNotebookText(title, timeZone()), LOG_FILE, null);
}

function winRateText({ session }: NotebookTab, { language, words }: Workbench): string {
  const rate = runningWinRate(decisionsIn(session.notebook, language)).at(-1);
  if (!rate || rate.of === 0) return '';
  const { int, pct } = language.numbers;
  return words.sharing.log.wins(pct(rate.wins / rate.of, 0), int(rate.wins), int(rate.of));
}
