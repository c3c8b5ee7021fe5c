import type { MemberFact } from '../analyses/analysis';

type Value = string | number | null;

/** User ids as CSV under `title`, and beside them what is known of each. */
export function membersCsv(
  title: string,
  ids: readonly string[],
  facts: readonly MemberFact[] = [],
): string {
  return `${csvLine([title, ...facts.map(({ key }) => key)])}${memberLines(ids, facts)}`;
}

/** The same without the titles, to go on with. */
export function memberLines(ids: readonly string[], facts: readonly MemberFact[] = []): string {
  return ids
    .map((id, i) => csvLine([id, ...facts.map(({ values }) => values[i] ?? null)]))
    .join('');
}

/**
 * A line of CSV that ends with CRLF. Text that a spreadsheet would run as a formula gets a leading
 * apostrophe.
 */
function csvLine(values: readonly Value[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

function field(value: Value): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
