import { CHART_TAKINGS, type ChartTaking, type TableTaking } from '../cells/cell-acts';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** Copies or saves a chart or a table of a cell; what that needs is fetched when it is first done. */
export async function takePart(
  workbench: Workbench,
  tab: NotebookTab,
  cell: string,
  how: ChartTaking | TableTaking,
): Promise<void> {
  const { takeChart, takeTable } = await import('./take-out');
  if (isOfChart(how)) await takeChart(workbench, tab, cell, how);
  else await takeTable(workbench, tab, cell, how);
}

function isOfChart(how: ChartTaking | TableTaking): how is ChartTaking {
  return (CHART_TAKINGS as readonly string[]).includes(how);
}
