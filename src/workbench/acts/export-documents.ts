import { pngOf } from '../../platform/png';
import { chartsOf } from '../../share/cell-parts';
import type { Figure } from '../../share/figure';
import { jupyterNotebook } from '../../share/ipynb';
import { notebookDeck } from '../../share/pptx/notebook-deck';
import { presentation } from '../../share/pptx/presentation';
import { zipOf } from '../../share/zip';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';
import { chartFigure } from './chart-figure';
import { confirmSharing } from './confirm-sharing';
import { baseName, saveExport } from './save-export';

/** Sharp on a projector, and still small enough for mail. */
const SCALE = 2;

/** Writes the notebook with its results as a Jupyter notebook. */
export async function exportJupyter(workbench: Workbench, tab: NotebookTab): Promise<void> {
  const name = `${baseName(tab)}.ipynb`;
  if (!(await confirmSharing(workbench, tab, name))) return;
  const text = await jupyterNotebook(tab.session, workbench.language);
  await saveExport(workbench, text, name, 'jupyter');
}

/** Writes the notebook's slides as a PowerPoint file. */
export async function exportSlides(workbench: Workbench, tab: NotebookTab): Promise<void> {
  const { language } = workbench;
  const name = `${baseName(tab)}.pptx`;
  if (!(await confirmSharing(workbench, tab, name))) return;
  const file = await presentation(await notebookDeck(tab.session, language), {
    title: tab.session.notebook.header.title ?? baseName(tab),
    locale: language.locale,
    now: Date.now(),
    draw: pngBytes,
  });
  await saveExport(workbench, file, name, 'slides');
}

/** Writes every chart of the notebook as a PNG of its own, all in one ZIP file. */
export async function exportCharts(workbench: Workbench, tab: NotebookTab): Promise<void> {
  const shared = await tab.session.shared();
  const files: Record<string, Uint8Array> = {};
  for (const { id } of shared.notebook.cells) {
    for (const chart of chartsOf(shared.state(id))) {
      const figure = await chartFigure(workbench, tab, id, chart);
      files[`${baseName(tab)}-${id}-${chart.name}.png`] = await pngBytes(figure);
    }
  }
  const { noCharts } = workbench.words.sharing;
  if (Object.keys(files).length === 0) return workbench.messages.inform(noCharts);
  await saveExport(workbench, zipOf(files, Date.now()), `${baseName(tab)}-charts.zip`, 'zip');
}

async function pngBytes(figure: Figure): Promise<Uint8Array> {
  const png = await pngOf(figure, SCALE);
  return new Uint8Array(await png.arrayBuffer());
}
