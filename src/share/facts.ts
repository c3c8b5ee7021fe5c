import type { Output } from '../engine/engine';
import type { Language } from '../locale/language';
import type { CellState } from '../session/cell-state';
import type { Session } from '../session/session';

const HASH_DIGITS = 6;

/** What stands behind a result: how many users, from which day to which, on which data. A source tells the first two itself. */
export function factsOf(state: CellState, language: Language, zone: string): readonly string[] {
  const output = 'output' in state ? state.output : null;
  return output?.type === 'source'
    ? facts({ sha256: output.sha256, users: null, from: null, to: null }, language, zone)
    : outputFacts(output, language, zone);
}

/**
 * What stands behind those cells, each fact once: of each its own, else those of the nearest cells
 * it reads that have some.
 */
export function factsBehind(
  ids: readonly string[],
  session: Session,
  language: Language,
): readonly string[] {
  const { timezone } = session.notebook.header;
  const seen = new Set<string>();
  const behind = (id: string): readonly string[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    const state = session.state(id);
    const own = outputFacts('output' in state ? state.output : null, language, timezone);
    return own.length > 0 ? own : (session.graph.reads.get(id) ?? []).flatMap(behind);
  };
  return [...new Set(ids.flatMap(behind))];
}

/** What stands behind the notebook as a whole: behind its analyses, or where it has none its data. */
export function factsOfAll(session: Session, language: Language): readonly string[] {
  const { cells } = session.notebook;
  const of = (wanted: 'analysis' | 'source'): readonly string[] => {
    const ids = cells.filter(({ type }) => type === wanted).map(({ id }) => id);
    return factsBehind(ids, session, language);
  };
  const ofAnalyses = of('analysis');
  return ofAnalyses.length > 0 ? ofAnalyses : of('source');
}

/** The last instant any data of the notebook know of, epoch ms; null where none have times. */
export function dataEnd(session: Session): number | null {
  const ends = session.notebook.cells.flatMap(({ id }) => {
    const state = session.state(id);
    const output = 'output' in state ? state.output : null;
    const data = output?.type === 'analysis' ? output.data : output;
    return data && 'to' in data && data.to !== null ? [Date.parse(data.to)] : [];
  });
  return ends.length > 0 ? Math.max(...ends) : null;
}

interface Data {
  readonly sha256: string;
  readonly users: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

function outputFacts(output: Output | null, language: Language, zone: string): readonly string[] {
  if (output?.type === 'source') return facts(output, language, zone);
  return output?.type === 'analysis' && output.data ? facts(output.data, language, zone) : [];
}

function facts(
  { sha256, users, from, to }: Data,
  language: Language,
  zone: string,
): readonly string[] {
  const { foot } = language.interface.cells;
  const people = users === null ? null : foot.users(language.numbers.int(users));
  const days = from === null || to === null ? null : daysText(from, to, language, zone);
  const hash = sha256 === '' ? null : foot.data(sha256.slice(0, HASH_DIGITS));
  return [people, days, hash].filter((fact) => fact !== null);
}

/** `2 Mar – 15 Mar 2026`, in the notebook's zone. */
export function daysText(from: string, to: string, { locale }: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return format.formatRange(Date.parse(from), Date.parse(to));
}
