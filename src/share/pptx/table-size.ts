import { lines, textWidth } from '../lines';
import type { ShownTable } from '../shown-table';

/** The size of a table's text, and what is left free in its cells, in pixels. */
export const TABLE = { size: 15, side: 6, above: 4 };

const LEAST_ROW = 36;
const LINE = 1.2 * TABLE.size;
/** What stands above each paragraph. */
const BEFORE = 6;
/** What a text may ask for before it is broken, in sizes of its font. */
const MOST_TEXT = 30;

/**
 * The widths of a table's columns in pixels: each takes its longest word, and of what is left after
 * how much more its longest text wants.
 */
export function columnWidths({ header, rows }: ShownTable, width: number): readonly number[] {
  const columns = header.map((_, k) => [header, ...rows].map((row) => row[k] ?? ''));
  const least = columns.map((texts) =>
    room(
      texts.flatMap((text) => text.split(/\s/)),
      Infinity,
    ),
  );
  const wanted = columns.map((texts, k) => Math.max(least[k]!, room(texts, MOST_TEXT)));
  const needed = sum(least);
  const more = sum(wanted) - needed;
  if (needed >= width || more === 0) return least.map((each) => (width * each) / needed);
  return least.map((each, k) => each + ((width - needed) * (wanted[k]! - each)) / more);
}

/** The heights of its header and of its rows where the table is `width` pixels wide. */
export function rowHeights(table: ShownTable, width: number): readonly number[] {
  const widths = columnWidths(table, width);
  return [table.header, ...table.rows].map((row) => {
    const counts = row.map((text, k) => lines(text, inside(widths[k]!)).length);
    return Math.max(LEAST_ROW, Math.max(...counts) * LINE + BEFORE + 2 * TABLE.above);
  });
}

/** What the longest of `texts` takes with the free room beside it. */
function room(texts: readonly string[], most: number): number {
  const longest = Math.min(most, Math.max(0, ...texts.map(textWidth)));
  return (longest + 1) * TABLE.size + 2 * TABLE.side;
}

/** How much text a column holds in a line, in sizes of the font. */
function inside(width: number): number {
  return (width - 2 * TABLE.side) / TABLE.size;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
