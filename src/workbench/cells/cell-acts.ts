import type { Cell } from '../../notebook/notebook';
import type { CellState } from '../../session/cell-state';
import { chartsOf, tablesOf } from '../../share/cell-parts';

export const CHART_TAKINGS = ['copyPng', 'savePng', 'saveSvg'] as const;
export const TABLE_TAKINGS = ['copyTable', 'copyMarkdown', 'saveCsv', 'saveArrow'] as const;

/** How a chart of a cell is taken out of the notebook. */
export type ChartTaking = (typeof CHART_TAKINGS)[number];

/** How a table is. */
export type TableTaking = (typeof TABLE_TAKINGS)[number];

/** What the menu of a cell can do. */
export type CellAct =
  | ('edit' | 'run' | 'moveUp' | 'moveDown' | 'cut' | 'copy' | 'paste' | 'duplicate' | 'delete')
  | ChartTaking
  | TableTaking;

/** Does it take a chart or a table out? */
export function isTaking(act: CellAct): act is ChartTaking | TableTaking {
  const takings: readonly CellAct[] = [...CHART_TAKINGS, ...TABLE_TAKINGS];
  return takings.includes(act);
}

/** Has a cell something to run? */
export function runs({ type }: Cell): boolean {
  return ['source', 'definitions', 'transform', 'segment', 'analysis', 'chart'].includes(type);
}

/** Has a cell something to edit in the page? */
export function isEdited({ type }: Cell): boolean {
  return type === 'prose' || type === 'transform' || type === 'input';
}

/** What the menu of a cell offers; where nothing can be written, what leaves the notebook as it is. */
export function actsOf(cell: Cell, state: CellState, isLocked: boolean): readonly CellAct[] {
  return [
    ...(isEdited(cell) && !isLocked ? (['edit'] as const) : []),
    ...(runs(cell) ? (['run'] as const) : []),
    ...(isLocked ? (['copy'] as const) : arranging(cell)),
    ...(chartsOf(state).length > 0 ? CHART_TAKINGS : []),
    ...(tablesOf(state).length > 0 ? TABLE_TAKINGS : []),
  ];
}

function arranging({ type }: Cell): readonly CellAct[] {
  const isCopied = !['conflict', 'unknown', 'header', 'results'].includes(type);
  return [
    ...(['moveUp', 'moveDown', 'cut', 'copy', 'paste'] as const),
    ...(isCopied ? (['duplicate'] as const) : []),
    'delete',
  ];
}
