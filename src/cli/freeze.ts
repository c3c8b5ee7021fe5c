import { writeFile } from 'node:fs/promises';
import { Problem } from '../base/problem';
import { nodeEngine } from '../engine/node-engine';
import type { Language } from '../locale/language';
import { cellOf } from '../notebook/notebook';
import { parseNotebook } from '../notebook/parse';
import { experimentsOf, freezePlan } from '../session/freeze-plan';
import { Session } from '../session/session';
import type { FreezeCommand } from './arguments';
import { fileProblem } from './file-problem';
import { dataFinder } from './find-data';
import { notebookText } from './notebook-file';
import { requireCell } from './require-cell';
import type { Terminal } from './terminal';

/**
 * Freezes the plan of an experiment by a stamp in the notebook's header and writes the file. No data
 * are read; metrics that another notebook defines are, for they are part of the plan.
 *
 * @throws {Problem} `which-experiment` when there are none or several to choose from, what
 *   `freezePlan` finds, and when the file cannot be read or written
 */
export async function freeze(
  { file, cell, sources }: FreezeCommand,
  language: Language,
  terminal: Terminal,
): Promise<void> {
  const text = await notebookText(file);
  const notebook = parseNotebook(text, file);
  if (cell !== null) requireCell(notebook, 'analysis', cell);
  for (const name of sources.keys()) requireCell(notebook, 'definitions', name);
  const found = experimentsOf(notebook);
  const id = cell ?? (found.length === 1 ? found[0]! : null);
  if (id === null) throw new Problem('which-experiment', { found }, { file });
  const find = dataFinder(file, sources);
  const session = new Session(text, file, {
    engine: nodeEngine(),
    locate: (path, sha256, id) =>
      cellOf(notebook, id)?.type === 'definitions' ? find(path, sha256, id) : Promise.resolve(null),
    now: Date.now,
    locale: language.locale,
  });
  // Inputs and definitions that the plan refers to get their values; what needs data stays without.
  await session.run();
  freezePlan(session, id, Date.now());
  await writeFile(file, session.text).catch((error: unknown) => {
    throw fileProblem(error, file) ?? error;
  });
  const { plan } = session.notebook.header;
  terminal.note(language.interface.commandLine.frozen(id, plan!.sha256));
  await session.close();
}
