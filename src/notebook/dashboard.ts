import { type Json, type JsonObject, isObject } from '../base/json';
import { freshId, insertCell, setAttributes, setBody } from './edit';
import { formatJson } from './json-format';
import { jsonTree } from './json-node';
import { type Cell, type Notebook, type ParamsCell, cellOf } from './notebook';

/** The dashboard has so many columns. */
export const COLUMNS = 12;

/** A cell on the dashboard: its width in columns and its height in rows, null for as high as it is. */
export interface Tile {
  readonly cell: Cell;
  readonly width: number;
  readonly height: number | null;
}

export interface Dashboard {
  /** They stand above everything else, in the order of the file. */
  readonly inputs: readonly Cell[];
  /** In reading order. */
  readonly tiles: readonly Tile[];
  /** Cells that could be tiles and are none, in the order of the file. */
  readonly others: readonly Cell[];
}

/** The types of cells that have something to show to a reader. */
const SHOWN: readonly Cell['type'][] = [
  ...(['prose', 'metric', 'chart', 'analysis', 'transform', 'segment'] as const),
];

/** The types that are on a dashboard nobody has arranged yet; the first text, its title, is as well. */
const AT_FIRST: readonly Cell['type'][] = ['metric', 'chart', 'analysis'];

const WIDTHS: Partial<Record<Cell['type'], number>> = { metric: 3, chart: 6 };

/** The dashboard as its layout says; of a notebook without one, its numbers, charts and analyses. */
export function dashboardOf(notebook: Notebook): Dashboard {
  const shown = notebook.cells.filter(({ type }) => SHOWN.includes(type));
  const places = placesOf(layoutCell(notebook));
  const tiles = places ? placedTiles(places, notebook) : firstTiles(shown);
  const onBoard = new Set(tiles.map(({ cell }) => cell.id));
  return {
    inputs: notebook.cells.filter(({ type }) => type === 'input'),
    tiles,
    others: shown.filter(({ id }) => !onBoard.has(id)),
  };
}

/**
 * `notebook` with the dashboard arranged like `tiles`: written into its layout, or into a new one.
 * Text without a name in the file gets one: the one it has in memory.
 *
 * @throws {Problem} `newer-version`, or what is wrong with the layout's JSON
 */
export function withTiles(notebook: Notebook, tiles: readonly Tile[]): Notebook {
  const named = withNames(notebook, tiles);
  const layout = layoutCell(named);
  const cells: JsonObject = Object.fromEntries(
    tiles.map(({ cell, width, height }) => [cell.id, { width, ...(height && { height }) }]),
  );
  if (!layout) {
    const spec = { type: 'layout', id: freshId(named, 'board'), json: { cells } } as const;
    return insertCell(named, named.cells.length, spec);
  }
  if (!layout.json) throw layout.problems[0]!;
  const params = layout.json.value as JsonObject;
  return setBody(named, layout.id, formatJson(jsonTree({ ...params, cells })));
}

/** `tiles` with the one of that cell `by` columns wider and rows higher, as far as that goes. */
export function resized(
  tiles: readonly Tile[],
  id: string,
  by: { readonly width?: number; readonly height?: number },
): readonly Tile[] {
  return tiles.map((tile) => {
    if (tile.cell.id !== id) return tile;
    const width = Math.max(1, Math.min(COLUMNS, tile.width + (by.width ?? 0)));
    const height = (tile.height ?? 0) + (by.height ?? 0);
    return { ...tile, width, height: height > 0 ? height : null };
  });
}

/** `tiles` with the one of that cell where `index` others stand before it. */
export function movedTile(tiles: readonly Tile[], id: string, index: number): readonly Tile[] {
  const others = tiles.filter(({ cell }) => cell.id !== id);
  const moved = tiles.filter(({ cell }) => cell.id === id);
  const at = Math.max(0, Math.min(others.length, index));
  return [...others.slice(0, at), ...moved, ...others.slice(at)];
}

/** A cell as a tile of the width it asks for by its attribute, else of the usual one. */
export function tileOf(cell: Cell): Tile {
  const asked = Number(cell.attributes['width']);
  const isWidth = Number.isInteger(asked) && asked >= 1 && asked <= COLUMNS;
  return { cell, width: isWidth ? asked : (WIDTHS[cell.type] ?? COLUMNS), height: null };
}

function withNames(notebook: Notebook, tiles: readonly Tile[]): Notebook {
  return tiles.reduce(
    (next, { cell: { id, type, written, attributes } }) =>
      type === 'prose' && written === null ? setAttributes(next, id, attributes) : next,
    notebook,
  );
}

function layoutCell({ cells }: Notebook): ParamsCell | undefined {
  return cells.find((cell): cell is ParamsCell => cell.type === 'layout');
}

function placesOf(layout: ParamsCell | undefined): JsonObject | null {
  const value = layout?.json?.value;
  const cells = isObject(value) ? value['cells'] : undefined;
  return isObject(cells) ? cells : null;
}

/** What the layout names and is there; an input has its place above. */
function placedTiles(places: JsonObject, notebook: Notebook): readonly Tile[] {
  return Object.entries(places).flatMap(([id, place]) => {
    const cell = cellOf(notebook, id);
    if (!cell || !SHOWN.includes(cell.type) || !isObject(place)) return [];
    return [
      { cell, width: whole(place['width'], COLUMNS) ?? COLUMNS, height: whole(place['height']) },
    ];
  });
}

function whole(value: Json | undefined, most = Infinity): number | null {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most
    ? Number(value)
    : null;
}

function firstTiles(shown: readonly Cell[]): readonly Tile[] {
  const title = shown.find(({ type }) => type === 'prose');
  return shown
    .filter((cell) => cell === title || AT_FIRST.includes(cell.type))
    .map((cell) => tileOf(cell));
}
