import type { Cell, ProseCell } from './notebook';

/** What stands on the wall at a time. */
export interface Slide {
  readonly cells: readonly Cell[];
  /** For the speaker alone. */
  readonly notes: readonly ProseCell[];
}

/** Cells that make a notebook work are on no slide unless they say so. */
const BEHIND: readonly Cell['type'][] = [
  ...(['header', 'results', 'layout', 'source', 'transform', 'input', 'segment'] as const),
  ...(['note', 'definitions', 'conflict', 'unknown'] as const),
];

/**
 * The slides of a notebook: a new one begins with each prose cell that starts with a heading of the first or
 * second level. The attribute `slide` says otherwise: `new` begins one, `same` stays on the last, `skip` is on
 * none, `notes` is what the speaker reads.
 */
export function slidesOf(cells: readonly Cell[]): readonly Slide[] {
  const slides: { cells: Cell[]; notes: ProseCell[] }[] = [];
  for (const cell of cells) {
    const wish = cell.attributes['slide'];
    if (wish === 'skip' || (wish === undefined && BEHIND.includes(cell.type))) continue;
    if (cell.type === 'prose' && cell.body.trim() === '') continue;
    if (wish === 'notes') {
      if (cell.type === 'prose') slides.at(-1)?.notes.push(cell);
      continue;
    }
    const begins = wish === 'new' || (wish !== 'same' && startsWithHeading(cell));
    if (begins || slides.length === 0) slides.push({ cells: [], notes: [] });
    slides.at(-1)!.cells.push(cell);
  }
  return slides;
}

function startsWithHeading(cell: Cell): boolean {
  return cell.type === 'prose' && /^\s*##?\s/.test(cell.body);
}
