import type { RetentionParams } from './params';
import type { Span } from './spans';
import type { Tally } from './tally';

/** The curve of one group over all its cohorts, as sums of its cells. */
export interface Curve {
  /** Share, or amount per user, of each column; NaN where no cohort has come that far. */
  readonly value: Float64Array;
  /** Users who returned and users who could, over the cohorts that count. */
  readonly returned: Float64Array;
  readonly of: Float64Array;
  readonly total: Float64Array;
  /**
   * How a membership moves the value: by `weight · (y − centre)` of its row and column, y being 1 for
   * a return or the amount. At `r · columns + s`; the weight is 0 where the cohort does not count.
   */
  readonly weight: Float64Array;
  readonly centre: Float64Array;
}

/**
 * The overall row of group `g`: all users of the cohorts known at each column (`pooled`), only those
 * of cohorts known at every one (`balanced`), or each cohort's value counting the same (`mean`).
 */
export function curveOf(
  tally: Tally,
  g: number,
  spans: readonly Span[],
  overall: RetentionParams['overall'],
): Curve {
  const { rows, columns } = tally;
  const empty = () => new Float64Array(columns);
  const [value, returned, of, total] = [empty().fill(NaN), empty(), empty(), empty()];
  const weight = new Float64Array(rows * columns);
  const centre = new Float64Array(rows * columns);
  const sums = tally.total.length > 0 ? tally.total : tally.returned;
  const at = (r: number, s: number): number => (g * rows + r) * columns + s;
  const latest = spans.reduce((most, { needs }, s) => (needs >= spans[most]!.needs ? s : most), 0);
  const counts = (r: number, s: number): boolean =>
    tally.of[at(r, s)]! > 0 && (overall !== 'balanced' || tally.of[at(r, latest)]! > 0);

  for (let s = 0; s < columns; ++s) {
    const known = Array.from({ length: rows }, (_, r) => r).filter((r) => counts(r, s));
    let sum = 0;
    let mean = 0;
    for (const r of known) {
      returned[s]! += tally.returned[at(r, s)]!;
      of[s]! += tally.of[at(r, s)]!;
      sum += sums[at(r, s)]!;
      mean += sums[at(r, s)]! / tally.of[at(r, s)]! / known.length;
    }
    total[s] = sum;
    if (known.length === 0) continue;
    value[s] = overall === 'mean' ? mean : sum / of[s]!;
    for (const r of known) {
      const n = tally.of[at(r, s)]!;
      weight[r * columns + s] = overall === 'mean' ? 1 / (known.length * n) : 1 / of[s]!;
      centre[r * columns + s] = overall === 'mean' ? sums[at(r, s)]! / n : value[s]!;
    }
  }
  return { value, returned, of, total, weight, centre };
}
