import type { Chart, Table } from '../analyses/analysis';
import type { CellState } from '../session/cell-state';

/** The charts of a cell's result, in their order. */
export function chartsOf(state: CellState): readonly Chart[] {
  const output = 'output' in state ? state.output : null;
  if (output?.type === 'chart') return [output.chart];
  return output?.type === 'analysis' ? output.charts : [];
}

/** The tables of a cell's result, in their order. */
export function tablesOf(state: CellState): readonly Table[] {
  const output = 'output' in state ? state.output : null;
  return output?.type === 'analysis' ? output.tables : [];
}
