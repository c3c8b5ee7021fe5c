import { flagOf, wholeNumber, wholeTime } from './cell-spelling';
import { fromNanoseconds, isNamedLikeATime } from './epoch';
import type { FormatOptions } from './format';
import { localDate } from './local-date';
import { Misfits } from './misfits';
import { isNoValue } from './missing-spellings';
import { ONLY_TEXT } from './number-bytes';
import type { TextOrigin } from './raw-table';
import { separatedNumber } from './separated-number';
import { DATE, LOCAL, timeReading } from './time-bytes';

/** What a text column turns out to be: the value of each distinct text, NaN for those without one. */
export interface TextKind {
  readonly kind: 'number' | 'time' | 'flag';
  readonly byCode: Float64Array;
  /** Shapes that times were spelled in, as bits. */
  readonly shapes: number;
  readonly misfits: Misfits;
}

/** Why a column stays text although its texts look like something else. */
export interface Doubt {
  readonly code: 'ambiguous-numbers' | 'ambiguous-dates';
  readonly found: string;
}

export interface Texts {
  readonly name: string;
  readonly values: readonly string[];
  readonly codes: Int32Array;
  readonly origin: TextOrigin;
}

/** How a way of reading texts sees one of them: its value, or NaN. */
type Reader = (text: string) => number;

/** Not of the kind, and a sign that the whole column is not. */
const NEVER = -Infinity;
/** So many texts tell a column of names from one of numbers at next to no cost. */
const FIRST = 64;
/** No number or time is longer. */
const LONGEST = 64;

/**
 * The kind of a text column over all its texts, or null when it is text. Numbers and times may have a few
 * unreadable cells among them; flags and the readings that need a rule may not.
 */
export function kindOfTexts(
  texts: Texts,
  format: FormatOptions,
  instant: (wall: number) => number,
): TextKind | Doubt | null {
  const times = timeReading(instant);
  let shapes = 0;
  const time: Reader = (text) => {
    const bytes = encoded(text);
    if (!bytes || !wholeTime(bytes, 0, bytes.length, room, 0, times)) return NaN;
    shapes |= times.shape;
    return room[0]!;
  };
  if (texts.origin === 'spelled') {
    const plain = kindBy(texts, 'number', plainNumber, true) ?? kindBy(texts, 'flag', flag, false);
    if (plain) return plain;
  }
  const iso = kindBy(texts, 'time', time, true);
  if (iso) return { ...iso, shapes };
  if (isNamedLikeATime(texts.name)) {
    const nanoseconds = kindBy(texts, 'time', fromNanoseconds, false);
    if (nanoseconds) return nanoseconds;
  }
  if (texts.origin !== 'spelled') return null;
  return separatedNumbers(texts, format) ?? localDates(texts, format, instant);
}

function separatedNumbers(texts: Texts, { decimal }: FormatOptions): TextKind | Doubt | null {
  const by = (mark: '.' | ',') =>
    kindBy(texts, 'number', (text) => separatedNumber(text, mark), false);
  if (decimal) return by(decimal);
  const point = by('.');
  const comma = by(',');
  if (!point || !comma) return point ?? comma;
  const code = point.byCode.findIndex((value, k) => !Object.is(value, comma.byCode[k]));
  return code < 0 ? point : { code: 'ambiguous-numbers', found: texts.values[code]! };
}

function localDates(
  texts: Texts,
  { dates }: FormatOptions,
  instant: (wall: number) => number,
): TextKind | Doubt | null {
  const by = (order: 'dmy' | 'mdy') => {
    let shapes = 0;
    const kind = kindBy(
      texts,
      'time',
      (text) => {
        const date = localDate(text, order);
        if (!date) return NaN;
        shapes |= date.dateOnly ? DATE : LOCAL;
        return instant(date.wall);
      },
      false,
    );
    return kind && { ...kind, shapes };
  };
  if (dates) return by(dates);
  const dmy = by('dmy');
  const mdy = by('mdy');
  if (!dmy || !mdy) return dmy ?? mdy;
  const code = dmy.byCode.findIndex((value, k) => !Object.is(value, mdy.byCode[k]));
  return code < 0 ? dmy : { code: 'ambiguous-dates', found: texts.values[code]! };
}

/** Null unless all texts, or with `lenient` all but a few cells, have a value by `read`. */
function kindBy(
  { values, codes, origin }: Texts,
  kind: TextKind['kind'],
  read: Reader,
  lenient: boolean,
): TextKind | null {
  const misfits = new Misfits();
  const isMissing = origin === 'spelled' ? isNoValue : (text: string) => text === '';
  const bad = new Set<number>();
  let byCode = new Float64Array(Math.min(FIRST, values.length));
  let any = false;
  for (let code = 0; code < values.length; ++code) {
    const text = values[code]!;
    if (code === byCode.length) {
      const room = new Float64Array(values.length);
      room.set(byCode);
      byCode = room;
    }
    const value = read(text);
    byCode[code] = value;
    if (!Number.isNaN(value) && value !== NEVER) any = true;
    else {
      byCode[code] = NaN;
      if (isMissing(text)) continue;
      bad.add(code);
      misfits.note(code, text, value === NEVER);
      if (!lenient || misfits.hopeless) return null;
    }
  }
  if (!any) return null;
  const cells = bad.size === 0 ? misfits : misfitCells(values, codes, bad);
  return bad.size === 0 || cells.areFew(filled(codes, byCode) + cells.count)
    ? { kind, byCode, shapes: 0, misfits: cells }
    : null;
}

function misfitCells(
  values: readonly string[],
  codes: Int32Array,
  bad: ReadonlySet<number>,
): Misfits {
  const misfits = new Misfits();
  codes.forEach((code, row) => {
    if (bad.has(code)) misfits.note(row, values[code]!);
  });
  return misfits;
}

function filled(codes: Int32Array, byCode: Float64Array): number {
  let count = 0;
  for (let row = 0; row < codes.length; ++row) {
    if (!Number.isNaN(byCode[codes[row]!] ?? NaN)) ++count;
  }
  return count;
}

const room = new Float64Array(1);
const encoder = new TextEncoder();
const scratch = new Uint8Array(LONGEST * 3);

function encoded(text: string): Uint8Array | null {
  if (text.length > LONGEST) return null;
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
}

function plainNumber(text: string): number {
  const bytes = encoded(text);
  if (!bytes) return NaN;
  const read = wholeNumber(bytes, 0, bytes.length, room, 0);
  if (read === ONLY_TEXT) return NEVER;
  return read > 0 ? room[0]! : NaN;
}

function flag(text: string): number {
  const bytes = encoded(text);
  const value = bytes ? flagOf(bytes, 0, bytes.length) : -1;
  return value < 0 ? NaN : value;
}
