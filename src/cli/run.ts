import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import { nodeEngine } from '../engine/node-engine';
import { type Language, loadLanguage } from '../locale/language';
import type { Notebook } from '../notebook/notebook';
import { parseNotebook } from '../notebook/parse';
import { writeNotebook } from '../notebook/write';
import { Session } from '../session/session';
import type { RunCommand } from './arguments';
import { dataFinder } from './find-data';
import { notebookText } from './notebook-file';
import { reportJson } from './report-json';
import { problemText, reportText } from './report-text';
import { withSettings } from './settings';
import type { Terminal } from './terminal';

/**
 * Runs every cell of a notebook and reports. Gives the exit code: 0 when every cell is done, else 1.
 *
 * @throws {Problem} when the file cannot be read or the call names what is not there
 */
export async function run(command: RunCommand, terminal: Terminal): Promise<number> {
  const { file, json, sources, settings } = command;
  const notebook = withSettings(parseNotebook(await notebookText(file), file), settings);
  requireSources(notebook, sources);
  const locale = command.locale ?? notebook.header.locale ?? 'en';
  const language = await loadLanguage(locale);
  const session = new Session(writeNotebook(notebook), file, {
    engine: nodeEngine(),
    locate: dataFinder(file, sources),
    now: Date.now,
    locale,
  });
  session.subscribe(() => terminal.progress(progressText(session, language)));
  await session.run();
  terminal.progress('');
  tellWarnings(session, language, terminal);
  terminal.out(
    json
      ? `${JSON.stringify(reportJson(session, language), null, 2)}\n`
      : reportText(session, language),
  );
  const code = isDone(session) ? 0 : 1;
  await session.close();
  return code;
}

/** @throws {Problem} `no-such-cell` when `--source` names none */
function requireSources({ cells }: Notebook, sources: ReadonlyMap<string, string>): void {
  const known = cells.filter(({ type }) => type === 'source').map(({ id }) => id);
  for (const name of sources.keys()) {
    if (known.includes(name)) continue;
    throw new Problem('no-such-cell', { name, known, near: nearest(name, known) });
  }
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

function isDone(session: Session): boolean {
  const isFine = ({ id }: { readonly id: string }): boolean => {
    const { state } = session.state(id);
    return state === 'done' || state === 'waiting';
  };
  return session.problems.length === 0 && session.notebook.cells.every(isFine);
}
