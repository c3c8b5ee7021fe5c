import { dateOfDay } from './purchases';

/** Purchases so late, or an end of the data so late, that dates are doubtful. */
export interface DoubtfulDates {
  /** How many come after the silence; 0 where nobody buys until the data end. */
  readonly purchases: number;
  /** Local date of the first of them, or of the last day of the data; and of the last purchase before. */
  readonly from: string;
  readonly after: string;
}

/** A silence of everybody for longer than this, in days, is odd. */
const SILENCE = 60;
/** If no more than this share of the purchases come after it. */
const FEW = 0.01;

/**
 * A long silence of everybody near the end: a date typed wrong, or in the future, moves the end of the
 * data and makes everything look long ago. Null where there is none.
 *
 * @param day      local days of purchases, in any order
 * @param lastDay  the last local day of the data
 */
export function doubtfulDates(day: Int32Array, lastDay: number): DoubtfulDates | null {
  const sorted = day.slice().sort();
  const count = sorted.length;
  for (let i = Math.max(1, Math.ceil(count * (1 - FEW))); i <= count; ++i) {
    const next = sorted[i] ?? lastDay;
    const before = sorted[i - 1]!;
    if (next - before <= SILENCE) continue;
    return { purchases: count - i, from: dateOfDay(next), after: dateOfDay(before) };
  }
  return null;
}
