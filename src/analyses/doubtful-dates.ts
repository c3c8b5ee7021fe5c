/** Rows so late that their dates are doubtful. */
export interface DoubtfulDates {
  readonly rows: number;
  /** Local days: the first of them, and the last before. */
  readonly from: number;
  readonly after: number;
}

/** A silence of everybody for longer than this, in days, before the last rows is odd. */
const SILENCE = 60;
/** If no more than this share of the rows come after it. */
const FEW = 0.01;

/**
 * Rows behind a long silence of everybody: a date typed wrong, or in the future, moves the end of the
 * data and makes everything look long ago. Null where there are none.
 *
 * @param day  local days, in any order
 */
export function doubtfulDates(day: Int32Array): DoubtfulDates | null {
  const sorted = day.slice().sort();
  const least = Math.ceil(sorted.length * (1 - FEW));
  for (let i = Math.max(1, least); i < sorted.length; ++i) {
    if (sorted[i]! - sorted[i - 1]! > SILENCE) {
      return { rows: sorted.length - i, from: sorted[i]!, after: sorted[i - 1]! };
    }
  }
  return null;
}
