import { writeFile } from 'node:fs/promises';
import { refuseNewer } from '../notebook/edit';
import { parseNotebook } from '../notebook/parse';
import { formatNotebook } from '../notebook/write';
import { fileProblem } from './file-problem';
import { notebookText } from './notebook-file';

/**
 * Writes a notebook in its canonical form; a file that has it is left alone.
 *
 * @throws {Problem} when the file cannot be read or written; `newer-version`
 */
export async function format(file: string): Promise<void> {
  const text = await notebookText(file);
  const notebook = parseNotebook(text, file);
  refuseNewer(notebook);
  const canonical = formatNotebook(notebook);
  if (canonical === text) return;
  await writeFile(file, canonical).catch((error: unknown) => {
    throw fileProblem(error, file) ?? error;
  });
}
