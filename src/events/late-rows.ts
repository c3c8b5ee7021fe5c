const DAY = 86_400_000;
/** A silence of everybody for longer than this, in days, is odd. */
const SILENCE = 60;
/** If no more than this share of the rows come after it. */
const FEW = 0.01;
/** Days before the last row that are told apart; what is older counts as one. */
const MOST_DAYS = 40_000;

/** Rows so long after all others that their dates are doubtful: they move the end of the data. */
export interface LateRows {
  readonly rows: number;
  /** Epoch ms of the first of them, and of the last row before. */
  readonly from: number;
  readonly after: number;
}

/**
 * The few rows behind a silence of everybody, most often dates typed wrong or in the future. Null where
 * there are none.
 *
 * @param time  epoch ms, in any order
 * @param last  the greatest of them
 */
export function lateRows(time: ArrayLike<number>, last: number): LateRows | null {
  const rows = rowsBehindSilence(daysBack(time, last), FEW * time.length);
  return rows === null
    ? null
    : { rows: rows.count, ...endsOfSilence(time, last - rows.days * DAY) };
}

/** How many rows are so many times 24 hours before the last. */
function daysBack(time: ArrayLike<number>, last: number): Uint32Array {
  const counts = new Uint32Array(MOST_DAYS + 1);
  for (let row = 0; row < time.length; ++row) {
    ++counts[Math.min(MOST_DAYS, Math.floor((last - time[row]!) / DAY))]!;
  }
  return counts;
}

/** Rows before the first silence, and how many days back the silence begins; null without one. */
function rowsBehindSilence(
  counts: Uint32Array,
  most: number,
): { readonly count: number; readonly days: number } | null {
  let count = 0;
  let silence = 0;
  for (let days = 0; days <= MOST_DAYS; ++days) {
    if (counts[days] === 0) {
      ++silence;
      continue;
    }
    if (count > most) return null;
    if (silence >= SILENCE && count > 0) return { count, days: days - silence };
    count += counts[days]!;
    silence = 0;
  }
  return null;
}

/** The first row after `instant`, and the last one at or before it. */
function endsOfSilence(
  time: ArrayLike<number>,
  instant: number,
): { readonly from: number; readonly after: number } {
  let from = Infinity;
  let after = -Infinity;
  for (let row = 0; row < time.length; ++row) {
    if (time[row]! > instant) from = Math.min(from, time[row]!);
    else after = Math.max(after, time[row]!);
  }
  return { from, after };
}
