import type { Session } from '../session/session';

/** Results are shown this often, in ms; many cells may come to theirs in between. */
const OFTEN_MS = 32;

/** Calls `update` after changes of a session: at once after an edit, now and then while results come in. Gives what ends that. */
export function followCalmly(session: Session, update: () => void): () => void {
  let { notebook, isBehind } = session;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = (): void => {
    timer = null;
    update();
  };
  const end = session.subscribe(() => {
    if (session.notebook === notebook && session.isBehind === isBehind) {
      timer ??= setTimeout(look, OFTEN_MS);
      return;
    }
    ({ notebook, isBehind } = session);
    if (timer) clearTimeout(timer);
    look();
  });
  return () => {
    if (timer) clearTimeout(timer);
    end();
  };
}
