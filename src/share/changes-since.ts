import { type Language, findingSentence } from '../locale/language';
import type { Session } from '../session/session';
import type { AnalysisOutput } from '../engine/engine';
import { type FigureChange, tableChanges } from './table-changes';

/** How the result of a cell differs from the one that came with the file. */
export interface ChangesSince {
  /** When that was saved, epoch ms. */
  readonly at: number;
  readonly otherData: boolean;
  readonly otherSettings: boolean;
  /** The verdict comes first, under an empty table and column. */
  readonly changes: readonly FigureChange[];
}

/**
 * What changed in a cell since results were saved in its file; null where none were, or the cell has
 * no result now. Groups that are too small to be saved are left out of both sides.
 */
export async function changesSince(
  session: Session,
  cell: string,
  language: Language,
): Promise<ChangesSince | null> {
  const saved = session.saved(cell);
  const shared = await session.shared();
  const state = shared.state(cell);
  const now = state.state === 'done' && state.output.type === 'analysis' ? state.output : null;
  if (!saved || !now) return null;
  const zone = session.notebook.header.timezone;
  const { verdict } = language.interface.sharing.since;
  const [was, is] = [answerOf(saved.output, language), answerOf(now, language)];
  const ofVerdict = was === is ? [] : [{ table: '', row: verdict, column: '', was, is }];
  return {
    at: saved.at,
    otherData: saved.output.data?.sha256 !== now.data?.sha256,
    otherSettings: saved.params !== session.results().cells[cell]?.params,
    changes: [...ofVerdict, ...tableChanges(saved.output.tables, now.tables, language, zone)],
  };
}

function answerOf({ findings }: AnalysisOutput, language: Language): string {
  const answers = findings.filter(({ level }) => level === 'answer');
  return answers.map((answer) => findingSentence(answer, language)).join(' ');
}
