import { COLUMNS, type Tile, movedTile, resized } from '../../notebook/dashboard';
import type { NotebookTab } from '../notebook-tab.svelte';
import { arrange } from './board';

/** Height of a row and of the gap between two, in pixels. */
const ROW = 80;
const GAP = 12;

/** What a pointer that moves does to the tile it holds: one drag is one step of undo, however far it goes. */
export type TileDrag = (event: PointerEvent) => void;

/** Pixels that so many rows of a dashboard take up. */
export function rowsHeight(rows: number): number {
  return rows * (ROW + GAP) - GAP;
}

/** Makes `tile`, shown in `box`, wider and higher as the pointer goes away from `start`. */
export function resizing(
  tab: NotebookTab,
  tile: Tile,
  box: HTMLElement,
  start: PointerEvent,
): TileDrag {
  const gesture = {};
  const { id } = tile.cell;
  const column = (box.parentElement!.getBoundingClientRect().width + GAP) / COLUMNS;
  const high = box.offsetHeight;
  return ({ clientX, clientY }) => {
    const width = tile.width + Math.round((clientX - start.clientX) / column);
    const dragged = clientY - start.clientY;
    const rows = Math.max(1, Math.round((high + dragged + GAP) / (ROW + GAP)));
    // Only who drags up or down wants a height of its own.
    const height = Math.abs(dragged) > ROW / 2 ? rows : (tile.height ?? 0);
    arrange(
      tab,
      (tiles) => {
        const now = tiles.find(({ cell }) => cell.id === id) ?? tile;
        const by = { width: width - now.width, height: height - (now.height ?? 0) };
        return resized(tiles, id, by);
      },
      gesture,
    );
  };
}

/** Puts the tile of the cell `id`, shown in `box`, where the tile under the pointer stands. */
export function moving(tab: NotebookTab, id: string, box: HTMLElement): TileDrag {
  const gesture = {};
  return ({ clientX, clientY }) => {
    const over = document
      .elementsFromPoint(clientX, clientY)
      .map((element) => element.closest<HTMLElement>('[data-tile]'))
      .find((found) => found && found !== box);
    const other = over?.dataset['tile'];
    if (other === undefined) return;
    arrange(
      tab,
      (tiles) =>
        movedTile(
          tiles,
          id,
          tiles.findIndex(({ cell }) => cell.id === other),
        ),
      gesture,
    );
  };
}
