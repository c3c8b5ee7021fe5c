import { bandMultiplier } from '../../stats/band-multiplier';
import { effectiveRate } from '../../stats/effective-rate';
import { around } from '../../stats/comparison';
import * as normal from '../../stats/normal';
import type { CohortDates } from './cohort-dates';
import { unknownCell } from './cells';
import type { Curve } from './curve';
import type { OverallCell } from './result';
import type { Span } from './spans';
import type { UserNoise } from './user-noise';

const ALPHA = 0.05;

/** What the overall row is made of. */
export interface OverallParts {
  readonly curve: Curve;
  readonly noise: UserNoise;
  readonly spans: readonly Span[];
  readonly isAmount: boolean;
  /** Whether the first column is 1 by definition. */
  readonly hasStart: boolean;
  /** Where the group's first cohort begins, and how many are in the group: for cells not known yet. */
  readonly first: number;
  readonly users: number;
  readonly dates: CohortDates;
  readonly seed: number;
}

/** All cohorts together: each column with its interval, and the band that holds the whole curve. */
export function overallCells(parts: OverallParts): OverallCell[] {
  const { curve, noise, spans, isAmount, dates } = parts;
  const reach = bandMultiplier(noise.covariance, ALPHA, parts.seed);
  return spans.map(({ offset, needs }, s) => {
    const [of, users, value] = [curve.of[s]!, curve.returned[s]!, curve.value[s]!];
    if (of === 0) {
      const cell = unknownCell(offset, parts.users, isAmount, dates.through(parts.first, needs));
      return { ...cell, error: null, bandLow: null, bandHigh: null };
    }
    const error = Math.sqrt(noise.covariance[s]![s]!);
    const base = { offset, users, of, error };
    if (isAmount) {
      const { low, high } = around({ value, error }, normal.criticalValue(ALPHA));
      const band = around({ value, error }, reach);
      const ends = { low, high, bandLow: band.low, bandHigh: band.high };
      return { ...base, total: curve.total[s]!, value, ...ends, mature: true };
    }
    if (s === 0 && parts.hasStart) {
      return { ...base, rate: 1, low: 1, high: 1, bandLow: 1, bandHigh: 1, mature: true };
    }
    const share = { rate: value, trials: of, error, persons: noise.persons[s]! };
    const { low, high } = effectiveRate(share, ALPHA);
    const band = effectiveRate(share, normal.twoSidedP(reach));
    const ends = { low, high, bandLow: band.low, bandHigh: band.high };
    return { ...base, rate: value, ...ends, mature: true };
  });
}
