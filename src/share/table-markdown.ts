import type { ShownTable } from './shown-table';

/** A table as it is read, as a Markdown table. */
export function tableMarkdown({ header, rows, isText }: ShownTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |\n`;
  const rule = isText.map((left) => (left ? '---' : '--:'));
  return [line(header), line(rule), ...rows.map(line)].join('');
}

/** What Markdown would take for its own is escaped. */
function cell(text: string): string {
  return text.replace(/[\\|`*_<[\]]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
