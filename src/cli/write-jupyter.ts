import { writeFile } from 'node:fs/promises';
import { Problem } from '../base/problem';
import type { Language } from '../locale/language';
import type { Session } from '../session/session';
import { jupyterNotebook } from '../share/ipynb';

/**
 * Writes the notebook with its results as a Jupyter notebook to `file`.
 *
 * @throws {Problem} `cannot-write`
 */
export async function writeJupyter(
  file: string,
  session: Session,
  language: Language,
): Promise<void> {
  const text = await jupyterNotebook(session, language);
  await writeFile(file, text).catch(() => {
    throw new Problem('cannot-write', { file });
  });
}
