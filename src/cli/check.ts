import type { Json } from '../base/json';
import { Problem } from '../base/problem';
import type { Language } from '../locale/language';
import { type Moved, changedSources, movedFigures } from '../notebook/moved';
import { parseNotebook } from '../notebook/parse';
import { formatPath } from '../notebook/path';
import { snapshotOf } from '../notebook/snapshot';
import type { CheckCommand } from './arguments';
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
  terminal.out(reportOf(before.at, changedSources(before, now), moved, language));
  return moved.length > 0 ? 1 : 0;
}

function reportOf(
  at: string,
  changed: readonly string[],
  moved: readonly Moved[],
  language: Language,
): string {
  const words = language.interface.commandLine.check;
  const date = language.numbers.date(Date.parse(at), 'UTC');
  const lines = [
    ...changed.map((source) => words.changed(source)),
    moved.length === 0 ? words.same(date) : words.moved(moved.length, date),
    ...moved.map(({ path, was, is }) => `  ${formatPath(path)}: ${written(was)} → ${written(is)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function written(value: Json): string {
  const text = value === null ? '–' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
