import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Language } from '../locale/language';
import type { Session } from '../session/session';
import { offlinePage } from '../share/page/offline-page';
import { Problem } from '../base/problem';

/**
 * Writes the notebook with its results as one page to `file`.
 *
 * @throws {Problem} `cannot-write`
 */
export async function writePage(file: string, session: Session, language: Language): Promise<void> {
  const page = await offlinePage(session, {
    viewer: await viewerScript(),
    language,
    now: Date.now(),
  });
  try {
    await writeFile(file, page);
  } catch {
    throw new Problem('cannot-write', { file });
  }
}

/** The page's script, bundled here as the build bundles it for the app. */
async function viewerScript(): Promise<string> {
  const { classicScript } = await import('../../build/sandbox');
  const entry = fileURLToPath(new URL('../share/page/viewer.ts', import.meta.url));
  const { code } = await classicScript(entry, { dev: false, names: false });
  return code;
}
