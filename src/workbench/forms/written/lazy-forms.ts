import type { Component } from 'svelte';
import type { Cell } from '../../../notebook/notebook';
import type { CellProps } from '../../cells/cell-props';

type Load = () => Promise<{ readonly default: Component<CellProps> }>;

/** The forms of cells that few notebooks have: each is fetched when the first cell of its type is selected. */
export const lazyForms: Partial<Record<Cell['type'], Load>> = {
  chart: () => import('./ChartForm.svelte'),
  input: () => import('./InputForm.svelte'),
  metric: () => import('./MetricForm.svelte'),
  note: () => import('./NoteForm.svelte'),
  segment: () => import('./SegmentForm.svelte'),
};
