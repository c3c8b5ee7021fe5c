/** So many cells stand together to begin with. */
const SIZE = 25;

/** Neighbours that stand in one box on the page. */
export interface Stretch<Cell> {
  /** Stays the same while the cells around come and go. */
  readonly key: number;
  /** Index of its first cell among all. */
  readonly from: number;
  readonly cells: readonly Cell[];
}

/**
 * The cells of a notebook in stretches, so that the browser lays out the neighbours of a change and
 * not hundreds of cells. A cell keeps its stretch of `before` where it can: one that changes it is
 * put on the page anew. A stretch begins with the first that is left of those it had; whatever comes
 * in between joins the stretch above.
 */
export function stretchesOf<Cell extends { readonly id: string }>(
  cells: readonly Cell[],
  before: readonly Stretch<Cell>[],
): readonly Stretch<Cell>[] {
  const keys = keysByHead(cells, before);
  let free = Math.max(-1, ...before.map(({ key }) => key)) + 1;
  const heads = [...cells.keys()].filter((at) => at === 0 || keys.has(cells[at]!.id));
  return heads.map((from, i) => ({
    key: keys.get(cells[from]!.id) ?? free++,
    from,
    cells: cells.slice(from, heads[i + 1]),
  }));
}

/** By the id of the first cell of a stretch, its key. */
function keysByHead<Cell extends { readonly id: string }>(
  cells: readonly Cell[],
  before: readonly Stretch<Cell>[],
): ReadonlyMap<string, number> {
  if (before.length === 0) {
    const heads = cells.filter((_, at) => at % SIZE === 0);
    return new Map(heads.map(({ id }, key) => [id, key]));
  }
  const ids = new Set(cells.map(({ id }) => id));
  return new Map(
    before.flatMap(({ key, cells: had }) => {
      const head = had.find(({ id }) => ids.has(id));
      return head ? [[head.id, key]] : [];
    }),
  );
}
