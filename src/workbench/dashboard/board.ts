import {
  type Tile,
  dashboardOf,
  movedTile,
  resized,
  tileOf,
  withTiles,
} from '../../notebook/dashboard';
import { cellOf } from '../../notebook/notebook';
import type { NotebookTab } from '../notebook-tab.svelte';

export type Arrange = (tiles: readonly Tile[]) => readonly Tile[];

/** What can be done with a tile. */
export const TILE_ACTS = [
  'tile.earlier',
  'tile.later',
  'tile.narrower',
  'tile.wider',
  'tile.lower',
  'tile.higher',
  'tile.remove',
] as const;

export type TileAct = (typeof TILE_ACTS)[number];

/** The first row of a tile as high as its content; then one more or less. */
const ROWS_AT_FIRST = 4;

/** Arranges the tiles of a notebook's dashboard; moves in a row with one `gesture` are one step of undo. */
export function arrange(tab: NotebookTab, how: Arrange, gesture: object | null = null): void {
  tab.session.apply((notebook) => {
    const { tiles } = dashboardOf(notebook);
    const next = how(tiles);
    return isSame(tiles, next) ? notebook : withTiles(notebook, next);
  }, gesture);
}

/** Puts a cell at the end of the dashboard and selects it. */
export function addTile(tab: NotebookTab, id: string): void {
  const cell = cellOf(tab.session.notebook, id);
  if (!cell) return;
  arrange(tab, (tiles) => [...tiles, tileOf(cell)]);
  tab.selected = id;
}

/** Does one thing with the tile of a cell. */
export function actOnTile(tab: NotebookTab, id: string, act: TileAct): void {
  arrange(tab, (tiles) => acted(tiles, id, act));
}

/** Selects the tile before (−1) or behind (1) the selected one. */
export function stepTile(tab: NotebookTab, by: 1 | -1): void {
  const { tiles } = dashboardOf(tab.session.notebook);
  const at = tiles.findIndex(({ cell }) => cell.id === tab.selected);
  const next = tiles[Math.max(0, Math.min(tiles.length - 1, at + by))];
  if (next) tab.selected = next.cell.id;
}

function acted(tiles: readonly Tile[], id: string, act: TileAct): readonly Tile[] {
  const at = tiles.findIndex(({ cell }) => cell.id === id);
  const tile = tiles[at];
  if (!tile) return tiles;
  switch (act) {
    case 'tile.earlier':
      return movedTile(tiles, id, at - 1);
    case 'tile.later':
      return movedTile(tiles, id, at + 1);
    case 'tile.wider':
      return resized(tiles, id, { width: 1 });
    case 'tile.narrower':
      return resized(tiles, id, { width: -1 });
    case 'tile.higher':
      return resized(tiles, id, { height: tile.height === null ? ROWS_AT_FIRST : 1 });
    case 'tile.lower':
      return resized(tiles, id, { height: tile.height === null ? ROWS_AT_FIRST : -1 });
    case 'tile.remove':
      return tiles.filter((each) => each !== tile);
  }
}

function isSame(a: readonly Tile[], b: readonly Tile[]): boolean {
  const key = (tiles: readonly Tile[]): string =>
    JSON.stringify(tiles.map(({ cell, width, height }) => [cell.id, width, height]));
  return key(a) === key(b);
}
