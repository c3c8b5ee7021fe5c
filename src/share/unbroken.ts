/** `text` with units kept on the line of their number. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?=(%|pp|kB|MB|GB)(?![\p{L}\p{N}]))/gu, '\u00a0');
}
