import { type Language, findingSentence, problemSentence } from '../locale/language';
import type { CellState } from '../session/cell-state';
import type { Session } from '../session/session';
import { followCalmly } from './follow-calmly';

/** Says what each cell came to when it has run, as long as the session lives. */
export function announceResults(
  session: Session,
  language: () => Language,
  say: (text: string) => void,
): void {
  let before = statesOf(session);
  followCalmly(session, () => {
    const now = statesOf(session);
    for (const [id, state] of now) {
      if (before.get(id)?.state !== 'running' || state.state === 'running') continue;
      const text = resultSentence(id, state, language());
      if (text !== null) say(text);
    }
    before = now;
  });
}

/** What a cell came to, in a sentence: “ab done: no clear difference, p 0.21.” Null when there is nothing to say. */
export function resultSentence(id: string, state: CellState, language: Language): string | null {
  const words = language.interface.messages;
  switch (state.state) {
    case 'done': {
      const { output } = state;
      if (output.type === 'source') return words.ready(id, language.numbers.int(output.rows));
      if (output.type === 'segment') {
        const { int } = language.numbers;
        const { users } = language.interface.cells.segment;
        return words.done(id, users(int(output.users), int(output.of)));
      }
      if (output.type !== 'analysis') return null;
      const answer = output.findings.find(({ level }) => level === 'answer') ?? output.findings[0];
      return answer ? words.done(id, findingSentence(answer, language)) : null;
    }
    case 'problem':
      return words.problem(id, problemSentence(state.problem, language).message);
    case 'bug':
      return words.problem(id, words.bug);
    default:
      return null;
  }
}

function statesOf(session: Session): ReadonlyMap<string, CellState> {
  const running = session.notebook.cells.filter(({ type }) => type !== 'prose');
  return new Map(running.map(({ id }) => [id, session.state(id)]));
}
