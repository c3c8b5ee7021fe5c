import { readFile } from 'node:fs/promises';
import { fileProblem } from './file-problem';

/**
 * The text of a notebook.
 *
 * @throws {Problem} `file-not-found`, `not-a-file`, `no-access`
 */
export async function notebookText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw fileProblem(error, file) ?? error;
  }
}
