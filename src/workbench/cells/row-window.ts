/** Rows `[from, to)` of a table. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** The rows to be seen in a list scrolled to `top` px, `spare` more on either side. */
export function rowWindow(
  top: number,
  height: number,
  rowHeight: number,
  total: number,
  spare: number,
): RowWindow {
  const first = Math.floor(Math.max(0, top) / rowHeight) - spare;
  const last = Math.ceil((Math.max(0, top) + height) / rowHeight) + spare;
  const from = Math.max(0, Math.min(first, total));
  return { from, to: Math.max(from, Math.min(last, total)) };
}

/** The numbers of the pages of `size` rows that hold the rows of `window`. */
export function pagesOf({ from, to }: RowWindow, size: number): readonly number[] {
  if (to <= from) return [];
  const first = Math.floor(from / size);
  const last = Math.floor((to - 1) / size);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** A cell of a table, both counted from 0. */
export interface TablePlace {
  readonly row: number;
  readonly column: number;
}

/** Where an arrow key, Home, End or a page key leads from `place`, `page` rows at a time; null for other keys. */
export function stepped(
  key: string,
  place: TablePlace,
  size: { readonly rows: number; readonly columns: number },
  page: number,
): TablePlace | null {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ...{ ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] },
    ...{ PageDown: [page, 0], PageUp: [-page, 0] },
    ...{ Home: [-size.rows, 0], End: [size.rows, 0] },
  };
  const step = steps[key];
  if (!step) return null;
  return {
    row: Math.max(0, Math.min(size.rows - 1, place.row + step[0])),
    column: Math.max(0, Math.min(size.columns - 1, place.column + step[1])),
  };
}
