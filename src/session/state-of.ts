import type { Output } from '../engine/engine';
import { type CellRun, sameInputs } from './cell-run';
import type { CellState, StaleReason } from './cell-state';
import type { Standing } from './standing';

/** A result that came with the file, to be shown until there is one of this session. */
export interface Earlier {
  readonly output: Output;
  /** Epoch ms. */
  readonly at: number;
  /** Whether the cell still has the parameters it was computed with. */
  readonly holds: boolean;
}

/** What the reader sees of a cell. */
export function stateOf(standing: Standing, run: CellRun, earlier: Earlier | null): CellState {
  const output = run.made?.output ?? null;
  switch (standing.is) {
    case 'still':
      return { state: 'waiting' };
    case 'problem':
      return { state: 'problem', problem: standing.problem, output };
    case 'blocked':
      return earlierState(earlier, run) ?? { state: 'blocked', by: standing.by };
    case 'waiting':
    case 'ready':
      return runState(standing, run, earlier) ?? earlierState(earlier, run) ?? { state: 'waiting' };
  }
}

function runState(
  standing: Standing & { readonly is: 'waiting' | 'ready' },
  { made, current, failure }: CellRun,
  earlier: Earlier | null,
): CellState | null {
  const output = made?.output ?? earlier?.output ?? null;
  if (current) return { state: 'running', done: current.done, total: current.total, output };
  if (standing.is === 'ready' && failure && sameInputs(failure.inputs, standing.inputs)) {
    return 'problem' in failure
      ? { state: 'problem', problem: failure.problem, output }
      : { state: 'bug', message: failure.bug };
  }
  if (!made) return null;
  if (standing.is === 'ready' && sameInputs(made.inputs, standing.inputs)) {
    return { state: 'done', output: made.output, ms: made.ms, at: made.at };
  }
  return { state: 'stale', reason: staleReason(standing, made.inputs), output: made.output };
}

function staleReason(
  standing: Standing & { readonly is: 'waiting' | 'ready' },
  made: { readonly own: string; readonly from: Readonly<Record<string, string>> } | null,
): StaleReason {
  const own = standing.is === 'ready' ? standing.inputs.own : standing.own;
  if (!made || made.own !== own) return { why: 'edited' };
  if (standing.is === 'waiting') return { why: 'source-changed', by: standing.on };
  const by = Object.entries(standing.inputs.from).find(
    ([id, version]) => made.from[id] !== version,
  );
  return by ? { why: 'source-changed', by: by[0] } : { why: 'edited' };
}

function earlierState(earlier: Earlier | null, { made }: CellRun): CellState | null {
  if (!earlier || made) return null;
  const { output, at, holds } = earlier;
  return holds
    ? { state: 'snapshot', output, at }
    : { state: 'stale', reason: { why: 'edited' }, output };
}
