import { type Draft, dropDraft, keepDraft, lostDrafts, stayAlive } from '../../platform/drafts';
import { timeZone } from '../../platform/machine';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

const PAUSE_MS = 300;
/** Somebody who types without a pause is kept too. */
const LATEST_MS = 2_000;

/** Keeps what stands unsaved in the open notebooks, which it is told of whenever one comes or goes. */
export function draftKeeper(workbench: Workbench): (open: readonly NotebookTab[]) => void {
  const kept = new Map<NotebookTab, () => void>();
  return (open) => {
    for (const tab of open) if (!kept.has(tab)) kept.set(tab, keepDraftsOf(tab, workbench));
    for (const [tab, end] of kept) {
      if (open.includes(tab)) continue;
      end();
      kept.delete(tab);
    }
  };
}

/** Keeps the unsaved changes of `tab` through crashes, a moment after each; gives what ends that. */
function keepDraftsOf(tab: NotebookTab, workbench: Workbench): () => void {
  const { session, draftId: id } = tab;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitingSince = 0;
  /** What was given to the browser last, and when it took it; null where it refused. */
  let kept: { readonly text: string; readonly at: number | null } | null = null;
  const isOnScreen = (text: string | undefined): boolean =>
    session.text === text && !session.isBehind;
  const follow = (): void => {
    if (!isOnScreen(kept?.text)) tab.keptAt = null;
    // What is still being written comes as an edit once its writer pauses.
    if (session.isBehind) return;
    // What is in the file needs no pause: a page that is left right after must not bring it back.
    if (kept !== null && session.text === session.savedText) return void keep();
    const now = Date.now();
    if (timer === null) waitingSince = now;
    else clearTimeout(timer);
    timer = setTimeout(
      () => void keep(),
      Math.max(0, Math.min(PAUSE_MS, waitingSince + LATEST_MS - now)),
    );
  };
  const keep = async (): Promise<void> => {
    timer = null;
    const { text, savedText, file } = session;
    if (text === savedText) {
      if (kept !== null) await dropDraft(id);
      kept = null;
      tab.keptAt = null;
      return;
    }
    if (text !== kept?.text) {
      const at = Date.now();
      const draft = { id, path: file, text, saved: savedText, handle: tab.handle, at };
      const taken = await keepDraft(draft);
      kept = { text, at: taken ? at : null };
      if (!taken) workbench.refusesDrafts();
    }
    // Who typed on meanwhile is not kept yet.
    if (isOnScreen(text)) tab.keptAt = kept.at;
  };
  const end = session.subscribe(follow);
  follow();
  return () => {
    end();
    if (timer !== null) clearTimeout(timer);
    void dropDraft(id);
  };
}

/** Opens what was unsaved when the browser or the page died, as it was; nothing is dropped until it is saved or closed. */
export async function recoverDrafts(workbench: Workbench): Promise<void> {
  stayAlive();
  const drafts = await lostDrafts();
  for (const draft of drafts) {
    const tab = workbench.newTab(draft.text, draft.path, draft.handle);
    tab.draftId = draft.id;
    tab.session.markSaved(draft.saved);
    workbench.show(tab);
  }
  if (drafts.length > 0) workbench.messages.inform(recovered(drafts, workbench));
}

function recovered(drafts: readonly Draft[], { words, language }: Workbench): string {
  const newest = Math.max(...drafts.map(({ at }) => at));
  const names = language.numbers.list(drafts.map(({ path }) => path));
  return words.files.recovered(names, language.numbers.dateTime(newest, timeZone()));
}
