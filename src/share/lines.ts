/** What a Latin letter takes of the size of its font, on average. */
const LATIN = 0.55;

/** Scripts whose letters are as wide as they are high. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * `text` in lines of at most `width`, in sizes of its font, where nothing can measure it. Lines break
 * at spaces and between wide letters; a word that is longer than a line stands in one of its own.
 * Empty text has no line.
 */
export function lines(text: string, width: number): readonly string[] {
  const pieces = text.match(new RegExp(`${WIDE.source}|\\s+|(?:(?!${WIDE.source})\\S)+`, 'g'));
  const found: string[] = [];
  let line = '';
  for (const piece of pieces ?? []) {
    if (line !== '' && textWidth(line + piece.trimEnd()) > width) {
      found.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  if (line.trim() !== '') found.push(line.trimEnd());
  return found;
}

/** How wide `text` is, in sizes of its font; an estimate. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 1 : LATIN;
  return width;
}
