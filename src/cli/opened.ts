import type { Engine } from '../engine/engine';
import { nodeEngine } from '../engine/node-engine';
import { type Language, loadLanguage } from '../locale/language';
import type { Notebook } from '../notebook/notebook';
import { writeNotebook } from '../notebook/write';
import { Session } from '../session/session';
import type { Running } from './arguments';
import { dataFinder } from './find-data';
import { READ_FILES, requireCell } from './require-cell';

/** A notebook ready to run. */
export interface Opened {
  readonly session: Session;
  readonly engine: Engine;
  readonly language: Language;
}

/**
 * A notebook with its data where `running` says they are, in the language of the call, else its own.
 *
 * @throws {Problem} when the call names a source that is not there
 */
export async function opened(
  notebook: Notebook,
  { file, sources, locale, trust }: Running,
): Promise<Opened> {
  for (const name of sources.keys()) requireCell(notebook, READ_FILES, name);
  const language = await loadLanguage(locale ?? notebook.header.locale ?? 'en');
  const engine = nodeEngine();
  const session = new Session(writeNotebook(notebook), file, {
    engine,
    locate: dataFinder(file, sources),
    now: Date.now,
    locale: language.locale,
    trusted: trust,
  });
  return { session, engine, language };
}
