import type { Command } from '../command';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** Their keys mean nothing else; the single keys of the others mean tiles only while one has the focus. */
const MODIFIED: readonly string[] = [
  'tile.earlier',
  'tile.later',
  'tile.wider',
  'tile.narrower',
  'tile.higher',
  'tile.lower',
];

/** What can be done with the selected tile of a dashboard. */
export function tileCommands(workbench: Workbench): readonly Command[] {
  const titles = workbench.words.views.dashboard.commands;
  const onBoard = (): NotebookTab | null => {
    const tab = workbench.notebook;
    return tab?.view === 'dashboard' && tab.selected !== null ? tab : null;
  };
  const inTiles = (): boolean =>
    onBoard() !== null && (document.activeElement?.matches('[data-tile]') ?? false);
  const keys: Record<keyof typeof titles, readonly string[]> = {
    'tile.earlier': ['Alt+ArrowUp', 'Alt+ArrowLeft'],
    'tile.later': ['Alt+ArrowDown', 'Alt+ArrowRight'],
    'tile.wider': ['Shift+ArrowRight'],
    'tile.narrower': ['Shift+ArrowLeft'],
    'tile.higher': ['Shift+ArrowDown'],
    'tile.lower': ['Shift+ArrowUp'],
    'tile.remove': ['Delete'],
    'tile.next': ['ArrowDown', 'ArrowRight', 'J'],
    'tile.previous': ['ArrowUp', 'ArrowLeft', 'K'],
  };
  return (Object.keys(titles) as (keyof typeof titles)[]).map((id) => ({
    id,
    title: titles[id],
    keys: keys[id],
    when: MODIFIED.includes(id) ? () => onBoard() !== null : inTiles,
    run: async () => {
      const tab = onBoard();
      if (!tab?.selected) return;
      const { actOnTile, stepTile } = await import('./board');
      if (id === 'tile.next') stepTile(tab, 1);
      else if (id === 'tile.previous') stepTile(tab, -1);
      else actOnTile(tab, tab.selected, id);
    },
  }));
}
