import type { AnalysisOutput, Output, SegmentOutput, SourceOutput } from '../../engine/engine';
import type { CellState } from '../../session/cell-state';

/** What a cell in `state` has to show, however old; null when there is nothing yet. */
export function outputOf(state: CellState): Output | null {
  return 'output' in state ? state.output : null;
}

export function sourceOutputOf(state: CellState): SourceOutput | null {
  const output = outputOf(state);
  return output?.type === 'source' ? output : null;
}

export function segmentOutputOf(state: CellState): SegmentOutput | null {
  const output = outputOf(state);
  return output?.type === 'segment' ? output : null;
}

export function analysisOutputOf(state: CellState): AnalysisOutput | null {
  const output = outputOf(state);
  return output?.type === 'analysis' ? output : null;
}
