/** What stands for nothing in any column of a text file. */
const NOTHING = new Set(['', 'null', 'NULL', '\\N']);
/** What stands for nothing among numbers, times and flags; in a column of text it may be a value (NA: Namibia). */
const NO_VALUE = new Set([
  ...NOTHING,
  'Null',
  'None',
  'NA',
  'N/A',
  'n/a',
  '#N/A',
  'NaN',
  'nan',
  '-',
]);
/** With blanks around. */
const LONGEST = 16;

export function isNothing(text: string): boolean {
  return NOTHING.has(text);
}

export function isNoValue(text: string): boolean {
  return NO_VALUE.has(text.trim());
}

/** The same for a cell's bytes `[from, to)`. */
export function isNoValueAt(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > LONGEST) return false;
  return NO_VALUE.has(String.fromCharCode(...bytes.subarray(from, to)).trim());
}
