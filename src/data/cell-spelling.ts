import { isNoValueAt } from './missing-spellings';
import { NO_NUMBER, ONLY_TEXT, readNumber } from './number-bytes';
import { type TimeReading, readTime } from './time-bytes';

/** `only-text`: digits that a number would not keep. */
export type Spelling = 'missing' | 'number' | 'only-text' | 'time' | 'flag' | 'text';

const SPACE = 0x20;
const room = new Float64Array(1);

/** What the cell `[from, to)` of a text file reads as; blanks around it do not count. */
export function spellingOf(
  bytes: Uint8Array,
  from: number,
  to: number,
  times: TimeReading,
): Spelling {
  const number = wholeNumber(bytes, from, to, room, 0);
  if (number !== NO_NUMBER) return number === ONLY_TEXT ? 'only-text' : 'number';
  if (isNoValueAt(bytes, from, to)) return 'missing';
  if (wholeTime(bytes, from, to, room, 0, times)) return 'time';
  return flagOf(bytes, from, to) >= 0 ? 'flag' : 'text';
}

/** Like `readNumber`, for a cell that must be a number from end to end. */
export function wholeNumber(
  bytes: Uint8Array,
  from: number,
  to: number,
  values: Float64Array,
  at: number,
): number {
  const start = afterSpaces(bytes, from, to);
  const end = beforeSpaces(bytes, start, to);
  const read = readNumber(bytes, start, end, values, at);
  if (read === end) return read;
  // Letters after the zeros make it a name, not a number that lost its spelling.
  return read === ONLY_TEXT && isDigits(bytes, start + 1, end) ? ONLY_TEXT : NO_NUMBER;
}

/** Like `readTime`, for a cell that must be a time from end to end. */
export function wholeTime(
  bytes: Uint8Array,
  from: number,
  to: number,
  values: Float64Array,
  at: number,
  times: TimeReading,
): boolean {
  const start = afterSpaces(bytes, from, to);
  const end = beforeSpaces(bytes, start, to);
  return readTime(bytes, start, end, values, at, times) === end;
}

/** 1 for true and yes, 0 for false and no, in any case of letters; −1 for anything else. */
export function flagOf(bytes: Uint8Array, from: number, to: number): -1 | 0 | 1 {
  const start = afterSpaces(bytes, from, to);
  const end = beforeSpaces(bytes, start, to);
  switch (end - start) {
    case 2:
      return word(bytes, start, 'no') ? 0 : -1;
    case 3:
      return word(bytes, start, 'yes') ? 1 : -1;
    case 4:
      return word(bytes, start, 'true') ? 1 : -1;
    case 5:
      return word(bytes, start, 'false') ? 0 : -1;
    default:
      return -1;
  }
}

/** Whether the bytes at `at` are the letters of `lower`, in any case. */
function word(bytes: Uint8Array, at: number, lower: string): boolean {
  for (let i = 0; i < lower.length; ++i) {
    if ((bytes[at + i]! | 0x20) !== lower.charCodeAt(i)) return false;
  }
  return true;
}

function afterSpaces(bytes: Uint8Array, from: number, to: number): number {
  let i = from;
  while (i < to && bytes[i] === SPACE) ++i;
  return i;
}

function beforeSpaces(bytes: Uint8Array, from: number, to: number): number {
  let i = to;
  while (i > from && bytes[i - 1] === SPACE) --i;
  return i;
}

function isDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; ++i) {
    const byte = bytes[i]!;
    if ((byte - 0x30) >>> 0 > 9 && byte !== 0x2e) return false;
  }
  return to > from;
}
