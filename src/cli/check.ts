import { Problem } from '../base/problem';
import { changedSources, movedFigures } from '../notebook/moved';
import { parseNotebook } from '../notebook/parse';
import { snapshotOf } from '../notebook/snapshot';
import type { CheckCommand } from './arguments';
import { movedReport } from './moved-report';
import { notebookText } from './notebook-file';
import { opened } from './opened';
import { problemText } from './report-text';
import type { Terminal } from './terminal';

/** A file that cannot be read is no difference. */
const NO_DATA = ['source-file-missing', 'outside-folder', 'data-file-missing', 'unreadable-file'];

/**
 * Runs a notebook again and compares with the results saved in it. Gives the exit code: 0 when they
 * are the same, 1 when a figure moved, 2 when data are missing.
 *
 * @throws {Problem} `no-snapshot`, and when the file cannot be read or the call names what is not there
 */
export async function check(command: CheckCommand, terminal: Terminal): Promise<number> {
  const { file } = command;
  const notebook = parseNotebook(await notebookText(file), file);
  const before = snapshotOf(notebook);
  if (!before) throw new Problem('no-snapshot', {}, { file });
  const { session, language } = await opened(notebook, command);
  await session.run();
  for (const problem of session.problems) terminal.note(problemText(problem, language));
  const now = session.results();
  const isWithoutData = session.problems.some(({ code }) => NO_DATA.includes(code));
  await session.close();
  if (isWithoutData) return 2;
  const moved = movedFigures(before, now);
  const changed = changedSources(before, now);
  const { all } = command;
  terminal.out(movedReport(moved, { at: Date.parse(before.at), changed, all }, language));
  return moved.length > 0 ? 1 : 0;
}
