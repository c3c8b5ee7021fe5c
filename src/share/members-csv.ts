/** One column of user ids as CSV under `title`. */
export function membersCsv(title: string, ids: readonly string[]): string {
  return csvLines([title, ...ids]);
}

/**
 * Texts as lines of CSV that end with CRLF, one field each. Text that a spreadsheet would run as a
 * formula gets a leading apostrophe.
 */
export function csvLines(texts: readonly string[]): string {
  return texts.map((text) => `${field(text)}\r\n`).join('');
}

function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
