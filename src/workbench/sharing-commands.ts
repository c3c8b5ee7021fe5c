import type { CellState } from '../session/cell-state';
import { chartsOf, tablesOf } from '../share/cell-parts';
import { decidedCells } from '../share/decision';
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
  return [...documentCommands(workbench), recordCommand(workbench), ...partCommands(workbench)];
}

/** The notebook as a whole. */
function documentCommands(workbench: Workbench): readonly Command[] {
  const { commands, writing } = workbench.words.sharing;
  const act = (run: (tab: NotebookTab) => Promise<void>) => async (): Promise<void> => {
    if (!workbench.notebook) return;
    workbench.messages.announce(writing);
    await run(workbench.notebook);
  };
  const print = (as: 'pages' | 'slides') =>
    act(async (tab) => {
      const { printNotebook } = await import('./acts/print-notebook');
      await printNotebook(workbench, tab, as);
    });
  const runs: Record<keyof typeof commands, () => Promise<void>> = {
    'file.print': print('pages'),
    'file.printSlides': print('slides'),
    'file.exportJupyter': act(async (tab) => {
      const { exportJupyter } = await import('./acts/export-documents');
      await exportJupyter(workbench, tab);
    }),
    'file.exportSlides': act(async (tab) => {
      const { exportSlides } = await import('./acts/export-documents');
      await exportSlides(workbench, tab);
    }),
  };
  return (Object.keys(commands) as (keyof typeof commands)[]).map((id) => ({
    id,
    title: commands[id],
    when: () => workbench.notebook !== null,
    run: runs[id],
  }));
}

/** What was decided about an experiment, into the log. */
function recordCommand(workbench: Workbench): Command {
  return {
    id: 'file.recordDecision',
    title: workbench.words.sharing.log.command,
    when: () => workbench.notebook !== null && decidedCells(workbench.notebook.session).length > 0,
    run: async () => {
      const tab = workbench.notebook;
      if (!tab) return;
      const { recordDecision } = await import('./acts/record-decision');
      await recordDecision(workbench, tab);
    },
  };
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
