import type { Language } from '../../locale/language';
import type { CellState } from '../../session/cell-state';

/** The state of a cell in words, with its reason where there is one: `Stale: “events” changed`. */
export function stateText(state: CellState, language: Language): string {
  const { states, reasons, head } = language.interface.cells;
  switch (state.state) {
    case 'running':
      return state.total > 0
        ? head.progress(language.numbers.pct(state.done / state.total, 0))
        : states.running;
    case 'stale': {
      const { reason } = state;
      const why = reason.why === 'edited' ? reasons.edited : reasons.sourceChanged(reason.by);
      return `${states.stale}: ${why}`;
    }
    default:
      return states[state.state];
  }
}
