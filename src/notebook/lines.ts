/** One line of a text and the characters that end it: `\n`, `\r\n`, `\r`, or none on a last line that is not ended. */
export interface Line {
  readonly text: string;
  readonly end: string;
}

/** The lines of `text`, which is their `text` and `end` joined. A final line end starts no further line. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const [whole] of text.matchAll(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g)) {
    const length = whole.endsWith('\r\n') ? 2 : /[\r\n]$/.test(whole) ? 1 : 0;
    lines.push({
      text: whole.slice(0, whole.length - length),
      end: whole.slice(whole.length - length),
    });
  }
  return lines;
}

/** `text` with `\n` for every line end. */
export function withLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}
