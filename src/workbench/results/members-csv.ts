/**
 * One column of user ids as CSV with CRLF. Text that a spreadsheet would run as a formula gets a
 * leading apostrophe.
 */
export function membersCsv(title: string, ids: readonly string[]): string {
  return [title, ...ids].map((text) => `${field(text)}\r\n`).join('');
}

function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
