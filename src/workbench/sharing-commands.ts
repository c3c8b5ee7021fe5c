import type { CellState } from '../session/cell-state';
import { chartsOf, tablesOf } from '../share/cell-parts';
import { decidedCells } from '../share/verdict';
import { takePart } from './acts/take-part';
import {
  CHART_TAKINGS,
  type ChartTaking,
  TABLE_TAKINGS,
  type TableTaking,
} from './cells/cell-acts';
import type { Command } from './command';
import type { NotebookTab } from './notebook-tab.svelte';
import type { Workbench } from './workbench.svelte';

/** Commands for what leaves the notebook; what they need is fetched when one is used. */
export function sharingCommands(workbench: Workbench): readonly Command[] {
  return [...notebookCommands(workbench), ...partCommands(workbench)];
}

/** The notebook as a whole. */
function notebookCommands(workbench: Workbench): readonly Command[] {
  const titles = workbench.words.sharing.commands;
  const acts: Record<keyof typeof titles, (tab: NotebookTab) => Promise<void>> = {
    'file.print': (tab) => print(workbench, tab, 'pages'),
    'file.printSlides': (tab) => print(workbench, tab, 'slides'),
    'file.exportJupyter': async (tab) => {
      const { exportJupyter } = await import('./acts/export-documents');
      await exportJupyter(workbench, tab);
    },
    'file.exportSlides': async (tab) => {
      const { exportSlides } = await import('./acts/export-documents');
      await exportSlides(workbench, tab);
    },
    'file.exportCharts': async (tab) => {
      const { exportCharts } = await import('./acts/export-documents');
      await exportCharts(workbench, tab);
    },
    'run.checkSlides': (tab) => tellFit(workbench, tab),
    'file.recordDecision': async (tab) => {
      const { recordDecision } = await import('./acts/record-decision');
      await recordDecision(workbench, tab);
    },
  };
  return (Object.keys(titles) as (keyof typeof titles)[]).map((id) => ({
    id,
    title: titles[id],
    when: () => {
      const tab = workbench.notebook;
      if (tab === null) return false;
      return id !== 'file.recordDecision' || decidedCells(tab.session).length > 0;
    },
    run: async () => {
      if (workbench.notebook) await acts[id](workbench.notebook);
    },
  }));
}

async function print(
  workbench: Workbench,
  tab: NotebookTab,
  as: 'pages' | 'slides',
): Promise<void> {
  workbench.messages.announce(workbench.words.sharing.printing);
  const { printNotebook } = await import('./acts/print-notebook');
  await printNotebook(workbench, tab, as);
}

/** Says that every slide fits, or shows the problems of those that do not. */
async function tellFit(workbench: Workbench, tab: NotebookTab): Promise<void> {
  const { checkSlides } = await import('./present/check-slides');
  const count = await checkSlides(workbench, tab);
  if (tab.crowded?.problems.length === 0) {
    workbench.messages.inform(workbench.words.sharing.slides.fit(count));
  } else workbench.layout.showPanel('problems');
}

/** The charts and tables of the selected cell. */
function partCommands(workbench: Workbench): readonly Command[] {
  const has = (parts: (state: CellState) => readonly unknown[]) => (): boolean => {
    const tab = workbench.notebook;
    const id = tab?.selected ?? null;
    return tab !== null && id !== null && parts(tab.session.state(id)).length > 0;
  };
  const command = (how: ChartTaking | TableTaking, when: () => boolean): Command => ({
    id: `cell.${how}`,
    title: workbench.words.cells.menu[how],
    ...(how === 'copyPng' && { keys: ['Mod+Alt+C'] }),
    when,
    run: async () => {
      const tab = workbench.notebook;
      const id = tab?.selected ?? null;
      if (tab && id !== null) await takePart(workbench, tab, id, how);
    },
  });
  return [
    ...CHART_TAKINGS.map((how) => command(how, has(chartsOf))),
    ...TABLE_TAKINGS.map((how) => command(how, has(tablesOf))),
  ];
}
