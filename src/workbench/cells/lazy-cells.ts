import type { Component } from 'svelte';
import type { Cell } from '../../notebook/notebook';
import type { CellProps } from './cell-props';

type Load = () => Promise<{ readonly default: Component<CellProps> }>;

/** The views of cells that few notebooks have: each is fetched with the first cell of its type. */
export const lazyCells: Partial<Record<Cell['type'], Load>> = {
  transform: () => import('./TransformCell.svelte'),
  input: () => import('./InputCell.svelte'),
  chart: () => import('./ChartCell.svelte'),
  metric: () => import('./MetricCell.svelte'),
  note: () => import('./NoteCell.svelte'),
  layout: () => import('../dashboard/LayoutCell.svelte'),
  definitions: () => import('./DefinitionsCell.svelte'),
};
