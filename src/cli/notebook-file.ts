import { readFile } from 'node:fs/promises';
import { textOf } from '../notebook/text-of';
import { fileProblem } from './file-problem';

/**
 * The text of a notebook.
 *
 * @throws {Problem} `file-not-found`, `not-a-file`, `no-access`, `not-text`
 */
export async function notebookText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw fileProblem(error, file) ?? error;
  });
  return textOf(bytes, file);
}
