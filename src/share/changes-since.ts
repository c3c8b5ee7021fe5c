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
  const now = await resultOf(session, cell);
  if (!saved || !now) return null;
  return {
    at: saved.at,
    otherData: saved.output.data?.sha256 !== now.data?.sha256,
    otherSettings: saved.params !== session.results().cells[cell]?.params,
    changes: outputChanges(saved.output, now, language, session.notebook.header.timezone),
  };
}

/**
 * What a cell says otherwise than the cell of that name in another open notebook; null where one of
 * them has no result. Groups that are too small to be shared are left out of both.
 */
export async function changesFrom(
  other: Session,
  session: Session,
  cell: string,
  language: Language,
): Promise<readonly FigureChange[] | null> {
  const [was, is] = await Promise.all([resultOf(other, cell), resultOf(session, cell)]);
  return was && is ? outputChanges(was, is, language, session.notebook.header.timezone) : null;
}

async function resultOf(session: Session, cell: string): Promise<AnalysisOutput | null> {
  const { state } = await session.sharedState(cell);
  return state.state === 'done' && state.output.type === 'analysis' ? state.output : null;
}

/** The verdict comes first, under an empty table and column. */
function outputChanges(
  before: Pick<AnalysisOutput, 'findings' | 'tables'>,
  now: Pick<AnalysisOutput, 'findings' | 'tables'>,
  language: Language,
  zone: string,
): readonly FigureChange[] {
  const { verdict } = language.interface.sharing.since;
  const [was, is] = [answerOf(before, language), answerOf(now, language)];
  const ofVerdict = was === is ? [] : [{ table: '', row: verdict, column: '', was, is }];
  return [...ofVerdict, ...tableChanges(before.tables, now.tables, language, zone)];
}

function answerOf({ findings }: Pick<AnalysisOutput, 'findings'>, language: Language): string {
  const answers = findings.filter(({ level }) => level === 'answer');
  return answers.map((answer) => findingSentence(answer, language)).join(' ');
}
