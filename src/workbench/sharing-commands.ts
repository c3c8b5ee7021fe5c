import type { CellState } from '../session/cell-state';
import { chartsOf, tablesOf } from '../share/cell-parts';
import { takePart } from './acts/take-part';
import {
  CHART_TAKINGS,
  type ChartTaking,
  TABLE_TAKINGS,
  type TableTaking,
} from './cells/cell-acts';
import type { Command } from './command';
import type { Workbench } from './workbench.svelte';

/** Commands for what leaves the notebook; what they need is fetched when one is used. */
export function sharingCommands(workbench: Workbench): readonly Command[] {
  return partCommands(workbench);
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
