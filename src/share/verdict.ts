import { type Json, isObject } from '../base/json';
import type { Session } from '../session/session';

/** The cells of a notebook that are experiments with a result. */
export function decidedCells(session: Session): readonly string[] {
  return session.notebook.cells
    .map(({ id }) => id)
    .filter((id) => {
      const state = session.state(id);
      const output = 'output' in state ? state.output : null;
      return output?.type === 'analysis' && verdictOf(output.result) !== null;
    });
}

/** The verdict in the result of an experiment; null where there is none. */
export function verdictOf(result: Json): string | null {
  const verdict = isObject(result) ? result['verdict'] : undefined;
  const decision = isObject(verdict) ? verdict['decision'] : undefined;
  return typeof decision === 'string' ? decision : null;
}
