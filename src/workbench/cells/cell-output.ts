import type { AnalysisOutput, SegmentOutput, SourceOutput, TableFacts } from '../../engine/engine';
import { type CellState, outputOf } from '../../session/cell-state';

export function sourceOutputOf(state: CellState): SourceOutput | null {
  const output = outputOf(state);
  return output?.type === 'source' ? output : null;
}

/** What is known of the table that a cell in `state` holds: a source, or a transform that gave one. */
export function tableOf(state: CellState): TableFacts | null {
  const output = outputOf(state);
  if (output?.type === 'transform') return output.table;
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
