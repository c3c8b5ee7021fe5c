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
