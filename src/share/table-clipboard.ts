import { escaped } from './escaped';
import { harmless } from './csv';
import type { ShownTable } from './shown-table';

/** What a table is on the clipboard: for documents HTML, for spreadsheets text with tabs. */
export interface ClipboardTable {
  readonly html: string;
  readonly text: string;
}

/** A table as it is read, for pasting; nothing in it runs as a formula. */
export function clipboardTable({ header, rows, isText }: ShownTable): ClipboardTable {
  const all = [header, ...rows].map((row) => row.map((cell) => harmless(cell)));
  const tag = (row: readonly string[], name: string): string =>
    row
      .map(
        (cell, k) => `<${name} align="${isText[k] ? 'left' : 'right'}">${escaped(cell)}</${name}>`,
      )
      .join('');
  const html = all.map((row, k) => `<tr>${tag(row, k === 0 ? 'th' : 'td')}</tr>`).join('');
  const plain = (cell: string): string => cell.replace(/[\t\r\n]+/g, ' ');
  return {
    html: `<table>${html}</table>`,
    text: all.map((row) => `${row.map(plain).join('\t')}\n`).join(''),
  };
}
