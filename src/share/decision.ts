import { type Json, type JsonObject, isObject } from '../base/json';
import { type Language, findingSentence } from '../locale/language';
import { cellOf } from '../notebook/notebook';
import type { Session } from '../session/session';
import { verdictOf } from './verdict';

/** What was decided about an experiment, and on what grounds. */
export interface Decision {
  /** `2026-03-20`: the day of the decision. */
  readonly on: string;
  /** What the experiment is called. */
  readonly name: string;
  /** The notebook, as the log links to it, and its cell. */
  readonly file: string;
  readonly cell: string;
  readonly question: string;
  readonly hypothesis: string;
  readonly owner: string;
  /** When it ran: `2026-02-02 – 2026-02-22`; empty where the data have no times. */
  readonly ran: string;
  /** What was found, in a sentence. */
  readonly result: string;
  /** As in a verdict: `ship`, `do-not-ship`, `keep-running`, `not-trusted`, `no-effect`, `inconclusive`. */
  readonly decision: string;
  /** Why it was decided so, where that is not the result alone. */
  readonly why: string;
  /** sha256 of the data; empty where the numbers were typed. */
  readonly sha256: string;
}

/**
 * What there is to record of an experiment, filled in from its notebook; null while it has no
 * result. The question is the last sentence of the notebook's text above it that asks one.
 *
 * @param now  epoch ms
 */
export function decisionDraft(
  session: Session,
  cell: string,
  language: Language,
  now: number,
): Decision | null {
  const state = session.state(cell);
  const output = 'output' in state ? state.output : null;
  if (output?.type !== 'analysis' || output.kind !== 'experiment') return null;
  const { result, params, findings, data } = output;
  const { notebook, file } = session;
  const answer = findings.find(({ level }) => level === 'answer');
  return {
    on: dayOf(now, notebook.header.timezone),
    name: notebook.header.title ?? cell,
    file: file.slice(file.lastIndexOf('/') + 1),
    cell,
    question: questionAbove(session, cell),
    hypothesis: textAt(params, 'hypothesis'),
    owner: textAt(params, 'owner'),
    ran: daysOf(result),
    result: answer ? findingSentence(answer, language) : '',
    decision: verdictOf(result) ?? 'inconclusive',
    why: '',
    sha256: data?.sha256 ?? '',
  };
}

function daysOf(result: Json): string {
  const traffic = isObject(result) ? result['traffic'] : undefined;
  const days = (Array.isArray(traffic) ? (traffic as readonly Json[]) : [])
    .map((each) => (isObject(each) ? each['date'] : undefined))
    .filter((date) => typeof date === 'string')
    .sort();
  return days.length === 0 ? '' : `${days[0]!} – ${days.at(-1)!}`;
}

function questionAbove({ notebook }: Session, cell: string): string {
  const at = notebook.cells.indexOf(cellOf(notebook, cell)!);
  const above = notebook.cells.slice(0, at).filter(({ type }) => type === 'prose');
  const questions = above.flatMap(({ body }) => body.match(/[^.!?。！？\n#|]+(?:\n[^.!?。！？\n#|]+)*[?？]/g) ?? []); // prettier-ignore
  return (questions.at(-1) ?? '').replace(/\s+/g, ' ').trim();
}

function textAt(params: JsonObject, key: string): string {
  const value = params[key];
  return typeof value === 'string' ? value : '';
}

function dayOf(now: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return parts.format(now);
}
