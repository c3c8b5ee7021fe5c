/** A piece of JSON text that should be one record, and the line it begins at. */
export interface JsonPiece {
  readonly text: string;
  readonly line: number;
}

/** Cuts JSON text that arrives bit by bit into records. */
export interface JsonCutter {
  /** The records that this text completes. */
  add(text: string): JsonPiece[];
  /** What is left at the end of the text; null when it ended where it should. */
  rest(): JsonPiece | null;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const ARRAY = 0x5b;
const ARRAY_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const LF = 0x0a;

/** One record a line: a broken one ends with its line. */
export function lineCutter(): JsonCutter {
  let left = '';
  let line = 1;
  return {
    add(text) {
      const lines = (left + text).split('\n');
      left = lines.pop()!;
      return lines.map((text) => ({ text, line: line++ }));
    },
    rest: () => (left.trim() === '' ? null : { text: left, line }),
  };
}

/** Records one after another over any number of lines, in an array or not. */
export function depthCutter(): JsonCutter {
  let left = '';
  /** Where in `left` to go on, where the record there begins (−1: between records), and what is open. */
  let at = 0;
  let start = -1;
  let depth = 0;
  let inString = false;
  let line = 1;
  let startLine = 1;
  let array: 'none' | 'open' | 'closed' = 'none';
  let begun = false;

  function add(text: string): JsonPiece[] {
    const all = left + text;
    const pieces: JsonPiece[] = [];
    const cut = (end: number) => {
      pieces.push({ text: all.slice(start, end), line: startLine });
      start = -1;
    };
    for (; at < all.length; ++at) {
      const char = all.charCodeAt(at);
      if (char === LF) ++line;
      if (inString) {
        if (char === BACKSLASH) ++at;
        else if (char === QUOTE) inString = false;
        continue;
      }
      if (depth === 0 && (char === COMMA || (char === ARRAY_END && array === 'open'))) {
        if (start >= 0) cut(at);
        if (char === ARRAY_END) array = 'closed';
        continue;
      }
      if (start < 0) {
        if (isBlank(char)) continue;
        if (!begun && char === ARRAY) {
          begun = true;
          array = 'open';
          continue;
        }
        begun = true;
        start = at;
        startLine = line;
      }
      if (char === QUOTE) inString = true;
      else if (char === OBJECT || char === ARRAY) ++depth;
      else if ((char === OBJECT_END || char === ARRAY_END) && --depth <= 0) {
        depth = 0;
        cut(at + 1);
      }
    }
    const from = start < 0 ? all.length : start;
    left = all.slice(from);
    at -= from;
    if (start >= 0) start = 0;
    return pieces;
  }

  return {
    add,
    rest() {
      if (start >= 0) return { text: left, line: startLine };
      return array === 'open' ? { text: '', line } : null;
    },
  };
}

function isBlank(char: number): boolean {
  return char === 0x20 || char === LF || char === 0x0d || char === 0x09;
}
