import { isTrustedCode, trustCode } from '../../platform/trusted-code';
import type { Session } from '../../session/session';

/** The reader's word: the notebook's code may run, here and whenever a notebook holds the same code. */
export async function runCode(session: Session): Promise<void> {
  session.trust();
  await rememberTrust(session);
}

/** Lets code run that the reader has allowed before. */
export async function trustKnownCode(session: Session): Promise<void> {
  const { codeFingerprint } = session;
  if (codeFingerprint !== null && (await isTrustedCode(codeFingerprint))) session.trust();
}

/** What was edited in a trusted notebook is the reader's own code: it is trusted when the file is opened again. */
export async function rememberTrust(session: Session): Promise<void> {
  const { trusted, codeFingerprint } = session;
  if (trusted && codeFingerprint !== null) await trustCode(codeFingerprint);
}
