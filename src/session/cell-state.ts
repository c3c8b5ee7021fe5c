import type { ProblemData } from '../base/problem';
import type { Output } from '../engine/engine';

/** Why a result is older than what it came from. */
export type StaleReason =
  { readonly why: 'edited' } | { readonly why: 'source-changed'; readonly by: string };

/** The state of a cell: one list everywhere, from the scheduler to the screen. Times are epoch ms. */
export type CellState =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'running';
      readonly done: number;
      readonly total: number;
      /** What stood there before, shown while the new one is made. */
      readonly output: Output | null;
    }
  | { readonly state: 'done'; readonly output: Output; readonly ms: number; readonly at: number }
  | { readonly state: 'stale'; readonly reason: StaleReason; readonly output: Output }
  | { readonly state: 'blocked'; readonly by: string }
  | { readonly state: 'problem'; readonly problem: ProblemData; readonly output: Output | null }
  | { readonly state: 'bug'; readonly message: string }
  | { readonly state: 'snapshot'; readonly output: Output; readonly at: number };

/** What a cell came to, however old; null where nothing is there. */
export function outputOf(state: CellState): Output | null {
  return 'output' in state ? state.output : null;
}
