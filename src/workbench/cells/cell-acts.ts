import type { Cell } from '../../notebook/notebook';

/** What the menu of a cell can do. */
export type CellAct = 'edit' | 'run' | 'moveUp' | 'moveDown' | 'duplicate' | 'delete';

/** Has a cell something to run? */
export function runs({ type }: Cell): boolean {
  return ['source', 'definitions', 'transform', 'segment', 'analysis', 'chart'].includes(type);
}

/** Has a cell something to edit in the page? */
export function isEdited({ type }: Cell): boolean {
  return type === 'prose' || type === 'transform' || type === 'input';
}

/** What the menu of a cell offers. */
export function actsOf(cell: Cell): readonly CellAct[] {
  const isCopied = !['conflict', 'unknown', 'header', 'results'].includes(cell.type);
  return [
    ...(isEdited(cell) ? (['edit'] as const) : []),
    ...(runs(cell) ? (['run'] as const) : []),
    'moveUp',
    'moveDown',
    ...(isCopied ? (['duplicate'] as const) : []),
    'delete',
  ];
}
