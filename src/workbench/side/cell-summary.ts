import { isObject, type Json } from '../../base/json';
import type { Tone } from '../../locale/finding';
import type { Language } from '../../locale/language';
import { type Cell, analysisKind } from '../../notebook/notebook';
import type { CellState } from '../../session/cell-state';

/** A cell at a glance: a dot's tone and one word, never the colour alone. */
export interface CellSummary {
  readonly tone: Tone;
  readonly word: string;
}

const DECISION_TONES: Readonly<Record<string, Tone>> = {
  ship: 'good',
  'do-not-ship': 'bad',
  'not-trusted': 'bad',
  'keep-running': 'warn',
};

/** What stands beside a cell in the outline: its decision where it came to one, its kind when all is well, else its state. */
export function cellSummary(cell: Cell, state: CellState, language: Language): CellSummary {
  const words = language.interface.outline;
  const decision = decisionOf(state);
  if (decision !== null) {
    return {
      tone: decisionTone(decision),
      word: words.decisions[decision] ?? decision,
    };
  }
  switch (state.state) {
    case 'done':
    case 'snapshot':
      return { tone: cell.type === 'source' ? 'good' : 'neutral', word: kindOf(cell, language) };
    case 'problem':
    case 'bug':
      return { tone: 'bad', word: words.states[state.state] };
    case 'stale':
    case 'blocked':
      return { tone: 'warn', word: words.states[state.state] };
    default:
      return { tone: 'neutral', word: words.states[state.state] };
  }
}

/** The tone of a decision, by its code. */
export function decisionTone(decision: string | null): Tone {
  return (decision !== null && DECISION_TONES[decision]) || 'neutral';
}

/** The decision of an experiment whose result is up to date. */
function decisionOf(state: CellState): string | null {
  if (state.state !== 'done' && state.state !== 'snapshot') return null;
  if (state.output.type !== 'analysis' || !isObject(state.output.result)) return null;
  const verdict: Json | undefined = state.output.result['verdict'];
  const decision = isObject(verdict) ? verdict['decision'] : null;
  return typeof decision === 'string' ? decision : null;
}

function kindOf(cell: Cell, language: Language): string {
  return analysisKind(cell) ?? language.interface.outline.types[cell.type] ?? cell.type;
}
