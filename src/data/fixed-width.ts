import { type Chunks, joined } from './chunks';
import { CR, LF, QUOTE, UNIT_SEPARATOR } from './csv-cells';

const CUT = UNIT_SEPARATOR.charCodeAt(0);

const BLANK = 0x20;
/** Lines that must agree before blanks count as columns. */
const LEAST = 5;
const MOST = 1000;

/**
 * Widths of the columns of a text whose cells stand under each other: all lines are of one length,
 * and wherever a column ends all have a blank. Null when it is no such text, or not clearly. The
 * first line may be a heading that is not aligned.
 */
export function likelyWidths(beginning: Uint8Array): readonly number[] | null {
  const lines = wholeLines(beginning).slice(1, MOST);
  const length = lines[0]?.length ?? 0;
  if (lines.length < LEAST || lines.some((line) => line.length !== length)) return null;
  const isBlank = (at: number): boolean => lines.every((line) => line[at] === BLANK);
  const starts: number[] = [];
  let blanks = -1;
  for (let at = 0; at < length; ++at) {
    if (isBlank(at)) {
      if (blanks < 0) blanks = at;
    } else if (blanks > 0) {
      // Numbers stand at the right of their column: the blanks before them are theirs to grow into.
      starts.push(lines.some((line) => line[at] === BLANK) ? blanks : at);
      blanks = -1;
    } else blanks = -1;
  }
  if (starts.length === 0) return null;
  const ends = [...starts, length];
  return ends.map((end, k) => end - (ends[k - 1] ?? 0));
}

/**
 * A text in columns of `widths` characters as one whose cells are parted by `UNIT_SEPARATOR`, without the
 * blanks around them, line by line. The last column takes the rest of the line. A first line with
 * as many words as there are columns is taken word by word: headings are seldom aligned.
 */
export async function* cutLines(text: Chunks, widths: readonly number[]): Chunks {
  let carry: Uint8Array = new Uint8Array();
  let first = true;
  for await (const chunk of text) {
    const bytes = carry.length > 0 ? joined([carry, chunk]) : chunk;
    const end = bytes.lastIndexOf(LF) + 1;
    carry = bytes.slice(end);
    if (end === 0) continue;
    yield cut(bytes.subarray(0, end), widths, first);
    first = false;
  }
  if (carry.length > 0) yield cut(carry, widths, first);
}

/** The same of whole lines. */
export function cut(
  lines: Uint8Array,
  widths: readonly number[],
  first: boolean,
): Uint8Array<ArrayBuffer> {
  const out = new Bytes(lines.length + (lines.length >> 2) + widths.length + 64);
  for (let from = 0; from < lines.length;) {
    const found = lines.indexOf(LF, from);
    const next = found < 0 ? lines.length : found + 1;
    const end = textEnd(lines, from, next);
    if (first && from === 0) putFirst(out, lines.subarray(0, end), widths);
    else if (end > from) putCells(out, lines, from, end, widths);
    for (let i = end; i < next; ++i) out.put(lines[i]!);
    from = next;
  }
  return out.taken();
}

/** Whole lines without their ends. */
function wholeLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; ;) {
    const found = bytes.indexOf(LF, from);
    if (found < 0) return lines;
    const end = textEnd(bytes, from, found + 1);
    if (end > from) lines.push(bytes.subarray(from, end));
    from = found + 1;
  }
}

function textEnd(bytes: Uint8Array, from: number, next: number): number {
  let end = next;
  while (end > from && (bytes[end - 1] === LF || bytes[end - 1] === CR)) --end;
  return end;
}

function putFirst(out: Bytes, line: Uint8Array, widths: readonly number[]): void {
  const words = new TextDecoder().decode(line).trim().split(/\s+/);
  if (words.length !== widths.length) return putCells(out, line, 0, line.length, widths);
  words.forEach((word, k) => {
    if (k > 0) out.put(CUT);
    const bytes = new TextEncoder().encode(word);
    putCell(out, bytes, 0, bytes.length);
  });
}

function putCells(
  out: Bytes,
  bytes: Uint8Array,
  from: number,
  end: number,
  widths: readonly number[],
): void {
  let at = from;
  for (let k = 0; k < widths.length; ++k) {
    const start = at;
    if (k === widths.length - 1) at = end;
    else
      for (let left = widths[k]!; left > 0 && at < end; --left) at = nextCharacter(bytes, at, end);
    if (k > 0) out.put(CUT);
    putCell(out, bytes, start, at);
  }
}

function nextCharacter(bytes: Uint8Array, at: number, end: number): number {
  let next = at + 1;
  while (next < end && (bytes[next]! & 0xc0) === 0x80) ++next;
  return next;
}

/** A quote at the start of a cell is part of the text here. */
function putCell(out: Bytes, bytes: Uint8Array, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && bytes[start] === BLANK) ++start;
  while (end > start && bytes[end - 1] === BLANK) --end;
  const quoted = start < end && bytes[start] === QUOTE;
  if (quoted) out.put(QUOTE);
  for (let i = start; i < end; ++i) {
    if (quoted && bytes[i] === QUOTE) out.put(QUOTE);
    out.put(bytes[i]!);
  }
  if (quoted) out.put(QUOTE);
}

/** Bytes being written; they grow. */
class Bytes {
  #bytes: Uint8Array<ArrayBuffer>;
  #size = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  put(byte: number): void {
    if (this.#size === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#size++] = byte;
  }

  taken(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#size);
  }
}
