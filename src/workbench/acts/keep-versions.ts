import { parseNotebook } from '../../notebook/parse';
import { timeZone } from '../../platform/machine';
import type { VersionReason } from '../../locale/version-reason';
import { type Version, keepVersion } from '../../platform/versions';
import type { Session } from '../../session/session';
import type { Workbench } from '../workbench.svelte';

/** Keeps the notebook as it stands, or another `text` of it, in this browser. */
export function keepVersionOf(
  session: Session,
  why: VersionReason,
  text = session.text,
): Promise<boolean> {
  return keepVersion({ path: session.file, text, at: Date.now(), why });
}

/** Puts the notebook back to a version: an edit like any other, and what stood there is kept. */
export async function restoreVersion(
  workbench: Workbench,
  session: Session,
  { text, at }: Version,
): Promise<void> {
  await keepVersionOf(session, 'replaced');
  session.apply(() => parseNotebook(text, session.file));
  const when = workbench.language.numbers.dateTime(at, timeZone());
  workbench.messages.inform(workbench.words.keeping.restored(when));
}
