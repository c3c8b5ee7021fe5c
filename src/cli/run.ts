import { Problem } from '../base/problem';
import type { Engine } from '../engine/engine';
import type { Language } from '../locale/language';
import { parseNotebook } from '../notebook/parse';
import type { Session } from '../session/session';
import type { RunCommand } from './arguments';
import { notebookText } from './notebook-file';
import { opened } from './opened';
import { reportJson } from './report-json';
import { problemText, reportText } from './report-text';
import { withSettings } from './settings';
import type { Terminal } from './terminal';
import { writeJupyter } from './write-jupyter';
import { writePage } from './write-page';
import { requireNumber, writeUsers } from './write-users';

/**
 * Runs every cell of a notebook and reports. Gives the exit code: 0 when every cell is done, else 1,
 * and 2 when users that were asked for could not be written.
 *
 * @throws {Problem} when the file cannot be read or the call names what is not there
 */
export async function run(command: RunCommand, terminal: Terminal): Promise<number> {
  const { file, json, settings, users } = command;
  const notebook = withSettings(parseNotebook(await notebookText(file), file), settings);
  for (const path of users.keys()) requireNumber(notebook, path);
  const { session, engine, language } = await opened(notebook, command);
  session.subscribe(() => terminal.progress(progressText(session, language)));
  await session.run();
  terminal.progress('');
  tellWarnings(session, language, terminal);
  terminal.out(
    json
      ? `${JSON.stringify(reportJson(session, language), null, 2)}\n`
      : reportText(session, language),
  );
  if (command.html !== null) await writePage(command.html, session, language);
  if (command.ipynb !== null) await writeJupyter(command.ipynb, session, language);
  const areWritten = await exportUsers(users, session, engine, language, terminal);
  const code = !areWritten ? 2 : isDone(session) ? 0 : 1;
  await session.close();
  return code;
}

/** The cells that run, each with how much of it is done. */
function progressText(session: Session, { numbers }: Language): string {
  const running = session.notebook.cells.flatMap(({ id }) => {
    const state = session.state(id);
    if (state.state !== 'running') return [];
    return state.total > 0 ? [`${id} ${numbers.pct(state.done / state.total, 0)}`] : [id];
  });
  return running.join(' · ');
}

function tellWarnings(session: Session, language: Language, terminal: Terminal): void {
  const ofSources = session.notebook.cells.flatMap(({ id }) => {
    const state = session.state(id);
    const output = 'output' in state ? state.output : null;
    return output?.type === 'source' ? output.warnings : [];
  });
  for (const warning of [...session.notebook.warnings, ...ofSources]) {
    terminal.note(language.interface.commandLine.warning(problemText(warning, language)));
  }
}

/** Writes the users behind each number that was named; gives whether all could be. */
async function exportUsers(
  users: ReadonlyMap<string, string>,
  session: Session,
  engine: Engine,
  language: Language,
  terminal: Terminal,
): Promise<boolean> {
  const { commandLine } = language.interface;
  let areWritten = true;
  for (const [path, file] of users) {
    try {
      const count = await writeUsers(path, file, session, engine, language);
      terminal.note(commandLine.users(language.numbers.int(count), path, file));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      terminal.note(problemText({ code: error.code, args: error.args }, language));
      areWritten = false;
    }
  }
  return areWritten;
}

function isDone(session: Session): boolean {
  const isFine = ({ id }: { readonly id: string }): boolean => {
    const { state } = session.state(id);
    return state === 'done' || state === 'waiting';
  };
  return session.problems.length === 0 && session.notebook.cells.every(isFine);
}
