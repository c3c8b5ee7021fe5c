import { formatInfo } from './info';
import { cellInfo, fencedText, proseText } from './cell-text';
import { formatJson } from './json-format';
import { withLf } from './lines';
import type { Cell, Notebook } from './notebook';

/** The text of the file: that which was parsed, byte for byte, but for the cells that were edited. */
export function writeNotebook({ bom, lead, cells }: Notebook): string {
  return (bom ? '\uFEFF' : '') + lead + cells.map(({ raw, after }) => raw + after).join('');
}

/**
 * The text of the file in its canonical form: no byte order mark, `\n`, one blank line between
 * cells, canonical JSON and info strings, a final line end. What could not be read, and cells of
 * unknown types, keep their text.
 */
export function formatNotebook({ cells }: Notebook): string {
  return cells.length === 0 ? '' : `${cells.map(formatCell).join('\n\n')}\n`;
}

/** The canonical text of one cell, `\n` between lines and none behind the last. */
export function formatCell(cell: Cell): string {
  const plain = withLf(cell.raw);
  const isUnread = cell.problems.some(({ code }) => code === 'bad-attribute');
  if (isUnread || cell.open !== null || cell.type === 'conflict' || cell.type === 'unknown')
    return plain;
  if (cell.type === 'prose') return cell.written === null ? plain : proseText(cell);
  const body = 'json' in cell && cell.json ? formatJson(cell.json.root) : cell.body;
  return fencedText(formatInfo(cellInfo(cell)), body);
}
