import { isCode, isProse, turnToProse, turnToTransform } from '../../notebook/turn-cell';
import { type Act, type Command, titledCommands } from '../command';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

type Titles = Workbench['words']['cells']['severalCommands'];

/**
 * What can be done with the selected cells, one or several, as a text: select more of them, copy
 * them, make another kind of them, cut one in two.
 *
 * @param isHere   may they run: the cells of a notebook are on screen
 * @param inCells  do single keys mean cells
 */
export function severalCommands(
  workbench: Workbench,
  isHere: () => boolean,
  inCells: () => boolean,
): readonly Command[] {
  const titles = workbench.words.cells.severalCommands;
  const act = (run: (tab: NotebookTab) => void | Promise<void>) => () => {
    const tab = workbench.notebook;
    return tab ? run(tab) : undefined;
  };
  const stretch = (by: 1 | -1) =>
    act((tab) => {
      tab.navigation.stretch(by);
      const count = tab.navigation.chosen.length;
      workbench.messages.say(workbench.words.cells.selected(count));
    });
  // Marked text is what is meant by Ctrl+C.
  const unmarked = (): boolean => inCells() && (getSelection()?.isCollapsed ?? true);
  const isChosen = (): boolean =>
    isHere() && (workbench.notebook?.navigation.chosen.length ?? 0) > 0;
  const has = (fits: typeof isCode) => () =>
    isHere() && (workbench.notebook?.navigation.chosen.some(fits) ?? false);
  const single = { when: isHere, listens: inCells };
  const acts: Record<keyof Titles, Act> = {
    'cell.stretchDown': { keys: ['Shift+ArrowDown', 'Shift+J'], ...single, run: stretch(1) },
    'cell.stretchUp': { keys: ['Shift+ArrowUp', 'Shift+K'], ...single, run: stretch(-1) },
    'cell.copy': {
      keys: ['C', 'Mod+C'],
      when: isChosen,
      listens: unmarked,
      run: act(async (tab) => (await copyActs()).copyCells(workbench, tab)),
    },
    'cell.cut': {
      keys: ['X', 'Mod+X'],
      when: isChosen,
      listens: unmarked,
      run: act(async (tab) => (await copyActs()).cutCells(workbench, tab)),
    },
    'cell.paste': {
      keys: ['V', 'Mod+V'],
      ...single,
      run: act(async (tab) => (await copyActs()).pasteBelow(workbench, tab)),
    },
    'cell.toProse': {
      keys: ['M'],
      when: has(isCode),
      listens: inCells,
      run: act((tab) => tab.navigation.turn(isCode, turnToProse)),
    },
    'cell.toTransform': {
      keys: ['Y'],
      when: has(isProse),
      listens: inCells,
      run: act((tab) => tab.navigation.turn(isProse, turnToTransform)),
    },
    'cell.split': {
      keys: ['Mod+Shift+-', 'Mod+Shift+_'],
      when: () => (workbench.notebook?.editing ?? null) !== null,
      run: act(async (tab) => (await import('../acts/split-cell')).splitCell(tab)),
    },
  };
  return titledCommands(titles, acts);
}

/** The clipboard's work, and the reader of JavaScript it needs, come with the first use. */
function copyActs() {
  return import('../acts/copy-cells');
}
