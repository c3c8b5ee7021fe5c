import { forget, store, storedUnder } from './store';

/** A notebook with changes that are in no file yet. */
export interface Draft {
  readonly id: string;
  /** Of the open page it belongs to. */
  readonly page: string;
  readonly path: string;
  readonly text: string;
  /** What stands in the file. */
  readonly saved: string;
  readonly handle: FileSystemFileHandle | null;
  /** Epoch ms. */
  readonly at: number;
}

const PREFIX = 'draft:';
const PAGE_LOCK = 'liftbook-page:';

/** Names this page; other pages see by its lock that it is alive. */
export const PAGE = crypto.randomUUID();

/** Holds the lock that says this page is alive, until the page is gone. */
export function stayAlive(): void {
  void navigator.locks?.request(PAGE_LOCK + PAGE, () => new Promise<void>(() => {}));
}

/** Keeps a draft through crashes; gives whether the browser took it. */
export function keepDraft(draft: Omit<Draft, 'page'>): Promise<boolean> {
  return store(PREFIX + draft.id, { ...draft, page: PAGE });
}

export function dropDraft(id: string): Promise<void> {
  return forget(PREFIX + id);
}

/** Drafts of pages that are gone without having been closed, oldest first. */
export async function lostDrafts(): Promise<readonly Draft[]> {
  const kept = await storedUnder<Draft>(PREFIX);
  if (kept.length === 0) return [];
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const alive = new Set(held.map(({ name }) => name));
  return kept.filter(({ page }) => !alive.has(PAGE_LOCK + page)).sort((a, b) => a.at - b.at);
}
