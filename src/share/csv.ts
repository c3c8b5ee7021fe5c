import type { Value } from './cell-text';

/** Rows as CSV (RFC 4180), each line ending with CRLF. */
export function csvOf(rows: readonly (readonly Value[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/** A value as a field of CSV; nothing for null. Numbers keep all their digits. */
export function csvField(value: Value): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that a spreadsheet would run as a formula, with an apostrophe in front; other text as it is. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
