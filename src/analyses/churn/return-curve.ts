import { type ClusteredShare, effectiveRate } from '../../stats/effective-rate';
import type { Interval } from '../../stats/interval';

/** Silences by how long they lasted, cut into groups of users. */
export interface SilenceCounts {
  /** Groups of users, for the errors. */
  readonly groups: number;
  /** No silence was watched for longer. */
  readonly longest: number;
  /** By group and length, `group · (longest + 1) + length`: those that a return ended. */
  readonly ended: Float64Array;
  /** Those that were still going on. */
  readonly open: Float64Array;
}

/** How many of those who are silent for so long come back. */
export interface ReturnRate {
  readonly days: number;
  /** Silences that lasted at least so many whole days. */
  readonly of: number;
  /** Those of them that a return has ended. */
  readonly returned: number;
  /** The share that returns, by Kaplan and Meier: silences that go on count for as long as they were watched. */
  readonly rate: Interval;
}

/** So many groups of users make the errors. */
export const GROUPS = 20;

/**
 * For each number of silent days up to `most` the chance of a return within `horizon` further days.
 * The error is that of the delete-a-group jackknife over users, because one user has many silences.
 *
 * @param horizon  Infinity: ever, as far as the longest silence tells
 * @see Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations. JASA
 *   53(282), 457–481.
 */
export function returnCurve(counts: SilenceCounts, most: number, horizon: number): ReturnRate[] {
  const all = summed(counts, -1);
  const whole = survival(all, counts.longest);
  const parts = Array.from({ length: counts.groups }, (_, group) =>
    survival(summed(counts, group), counts.longest),
  );
  const tails = reached(all, counts.longest);
  const limit = counts.longest;
  const at = (curve: Float64Array, days: number) => {
    const now = curve[days]!;
    return now > 0 ? 1 - curve[Math.min(limit, days + horizon)]! / now : 0;
  };
  const rows: ReturnRate[] = [];
  for (let days = 0; days <= Math.min(most, limit); ++days) {
    const of = tails.of[days]!;
    if (of === 0) break;
    const rate = at(whole, days);
    const share: ClusteredShare = {
      rate,
      trials: of,
      error: jackknifeError(parts.map((curve) => at(curve, days))),
      persons: of,
    };
    rows.push({ days, of, returned: tails.returned[days]!, rate: effectiveRate(share) });
  }
  return rows;
}

/** Counts of all groups but one. */
function summed({ groups, longest, ended, open }: SilenceCounts, without: number) {
  const width = longest + 1;
  const total = { ended: new Float64Array(width), open: new Float64Array(width) };
  for (let group = 0; group < groups; ++group) {
    if (group === without) continue;
    for (let i = 0; i < width; ++i) {
      total.ended[i]! += ended[group * width + i]!;
      total.open[i]! += open[group * width + i]!;
    }
  }
  return total;
}

type Lengths = ReturnType<typeof summed>;

/** Entry `g`: the share of silences that last longer than until the `g`-th day after the last active one. */
function survival({ ended, open }: Lengths, longest: number): Float64Array {
  let atRisk = 0;
  for (let i = 0; i <= longest; ++i) atRisk += ended[i]! + open[i]!;
  const curve = new Float64Array(longest + 1);
  let share = 1;
  for (let i = 0; i <= longest; ++i) {
    if (ended[i]! > 0) share *= 1 - ended[i]! / atRisk;
    curve[i] = share;
    atRisk -= ended[i]! + open[i]!;
  }
  return curve;
}

/** Entry `g`: silences of at least `g` whole days, and how many of them a return ended. */
function reached({ ended, open }: Lengths, longest: number) {
  const of = new Float64Array(longest + 1);
  const returned = new Float64Array(longest + 1);
  for (let i = longest; i >= 0; --i) {
    // A return on the day after the last active one ends no silent day.
    returned[i] = i === longest ? 0 : returned[i + 1]! + ended[i + 1]!;
    const going = i === longest ? 0 : of[i + 1]! - returned[i + 1]!;
    of[i] = returned[i]! + going + open[i]!;
  }
  return { of, returned };
}

function jackknifeError(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(((values.length - 1) / values.length) * squares);
}
