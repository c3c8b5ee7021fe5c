import { copy } from '../../platform/clipboard';
import { pngOf } from '../../platform/png';
import type { Chart, Table } from '../../analyses/analysis';
import { chartsOf, tablesOf } from '../../share/cell-parts';
import { shownTable } from '../../share/shown-table';
import { clipboardTable } from '../../share/table-clipboard';
import { tableCsv } from '../../share/table-csv';
import { tableFields } from '../../share/table-fields';
import { tableMarkdown } from '../../share/table-markdown';
import type { ChartTaking, TableTaking } from '../cells/cell-acts';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';
import { chartFigure } from './chart-figure';
import { baseName, saveExport } from './save-export';

/** Twice the pixels: sharp on the screens that slides are shown on. */
const SCALE = 2;

/** Copies or saves a chart of a cell; of several the reader says which. */
export async function takeChart(
  workbench: Workbench,
  tab: NotebookTab,
  cell: string,
  how: ChartTaking,
): Promise<void> {
  const shared = await tab.session.shared();
  const { whichChart } = workbench.words.sharing;
  const chart = await chosen(workbench, whichChart, chartsOf(shared.state(cell)));
  if (!chart) return;
  const name = `${baseName(tab)}-${cell}-${chart.name}`;
  if (how === 'copyPng') {
    const png = chartFigure(workbench, tab, cell, chart).then((drawn) => pngOf(drawn, SCALE));
    return told(workbench, await copy({ 'image/png': png }));
  }
  const drawn = await chartFigure(workbench, tab, cell, chart);
  if (how === 'saveSvg') return saveExport(workbench, drawn.svg, `${name}.svg`, 'svg');
  return saveExport(workbench, await pngOf(drawn, SCALE), `${name}.png`, 'png');
}

/** Copies or saves a table of a cell; of several the reader says which. */
export async function takeTable(
  workbench: Workbench,
  tab: NotebookTab,
  cell: string,
  how: TableTaking,
): Promise<void> {
  const shared = await tab.session.shared();
  const { whichTable } = workbench.words.sharing;
  const table = await chosen(workbench, whichTable, tablesOf(shared.state(cell)));
  if (!table) return;
  const shown = shownTable(table, workbench.language, shared.notebook.header.timezone);
  const name = `${baseName(tab)}-${cell}-${table.name}`;
  switch (how) {
    case 'copyTable': {
      const { html, text } = clipboardTable(shown);
      return told(workbench, await copy({ 'text/html': html, 'text/plain': text }));
    }
    case 'copyMarkdown':
      return told(workbench, await copy({ 'text/plain': tableMarkdown(shown) }));
    case 'saveCsv':
      return saveExport(workbench, tableCsv(table), `${name}.csv`, 'csv');
    case 'saveArrow': {
      const fields = tableFields(table);
      const rows = table.rows.map((row) => fields.map((field) => row[field] ?? null));
      const bytes = await workbench.engine.arrow(fields, rows);
      return saveExport(workbench, bytes, `${name}.arrow`, 'arrow');
    }
  }
}

async function chosen<Part extends Chart | Table>(
  workbench: Workbench,
  question: string,
  parts: readonly Part[],
): Promise<Part | undefined> {
  if (parts.length < 2) return parts[0];
  const { cancel } = workbench.words.unsaved;
  const titles = parts.map(({ title }) => title);
  return parts[await workbench.ask(question, '', [...titles, cancel])];
}

function told(workbench: Workbench, isCopied: boolean): void {
  const { copied, notCopied } = workbench.words.sharing;
  workbench.messages.inform(isCopied ? copied : notCopied);
}
