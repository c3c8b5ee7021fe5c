import type { Cell, Notebook } from '../../notebook/notebook';

/** A heading of the prose, or a cell. `cell` is where it stands. */
export type OutlineEntry =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly cell: Cell }
  | { readonly kind: 'cell'; readonly cell: Cell };

/** What is listed of a notebook, in its order; from the text alone, so it is there before anything has run. */
export function outlineOf(notebook: Notebook): readonly OutlineEntry[] {
  return notebook.cells.flatMap((cell) => {
    let entries = known.get(cell);
    if (!entries) known.set(cell, (entries = entriesOf(cell)));
    return entries;
  });
}

/** Cells never change: what is listed of one stays the same objects, so that its rows need not be drawn again. */
const known = new WeakMap<Cell, readonly OutlineEntry[]>();

function entriesOf(cell: Cell): readonly OutlineEntry[] {
  if (cell.type === 'header' || cell.type === 'results') return [];
  return cell.type === 'prose' ? headingsOf(cell) : [{ kind: 'cell', cell }];
}

function headingsOf(cell: Cell): readonly OutlineEntry[] {
  const headings: OutlineEntry[] = [];
  let fence: string | null = null;
  for (const line of cell.body.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
    } else if (mark !== null) fence = mark;
    else {
      const heading = /^ {0,3}(#{1,6})\s+(.+?)\s*#*$/.exec(line);
      if (heading) {
        headings.push({
          kind: 'heading',
          level: heading[1]!.length,
          text: plain(heading[2]!),
          cell,
        });
      }
    }
  }
  return headings;
}

/** A heading without its marks of emphasis, code and links. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
}
