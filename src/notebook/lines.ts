/** One line of a text and the characters that end it: `\n`, `\r\n`, `\r`, or none on a last line that is not ended. */
export interface Line {
  readonly text: string;
  readonly end: string;
  /** Where it starts in the text. */
  readonly start: number;
}

/** The lines of `text`, which is their `text` and `end` joined. A final line end starts no further line. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const ends = /\r\n?|\n/g;
  let from = 0;
  while (ends.test(text)) {
    const to = ends.lastIndex;
    const length = text[to - 1] === '\n' && text[to - 2] === '\r' && to - 2 >= from ? 2 : 1;
    lines.push({
      text: text.slice(from, to - length),
      end: text.slice(to - length, to),
      start: from,
    });
    from = to;
  }
  if (from < text.length) lines.push({ text: text.slice(from), end: '', start: from });
  return lines;
}

/** `text` with `\n` for every line end. */
export function withLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}
