import type { Chart } from '../../analyses/analysis';
import { factsBehind } from '../../share/facts';
import { type Figure, figureOf } from '../../share/figure';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** A chart of a cell with its title above and, below, the notebook's and what stands behind it. */
export function chartFigure(
  { language }: Workbench,
  { session }: NotebookTab,
  cell: string,
  chart: Chart,
): Promise<Figure> {
  const { title } = session.notebook.header;
  const foot = [title, ...factsBehind([cell], session, language)].filter(Boolean).join(' · ');
  return figureOf(chart, foot);
}
