import { Problem } from '../base/problem';
import { sampleQuantile } from './sample-quantile';

/** Values are moved into [low, high]; ±Infinity where there is no cap. */
export interface Caps {
  readonly low: number;
  readonly high: number;
}

/** Where to cap: type-7 quantiles of all arms together (`upper: 0.999`), or a fixed `max`. */
export interface CapRule {
  readonly lower?: number;
  readonly upper?: number;
  readonly max?: number;
}

/** Values after capping, and what it took. */
export interface Winsorised {
  readonly values: Float64Array;
  /** How many values were moved. */
  readonly capped: number;
  /** Sum of the values before, less the sum after. */
  readonly removed: number;
}

/**
 * The caps of a rule for the values of all arms together. Capping each arm by itself would move the
 * difference that is to be measured.
 *
 * @throws {Problem} `cap-flattens` when values that differ would all become the same
 */
export function caps(values: ArrayLike<number>, { lower, upper, max }: CapRule): Caps {
  const low = lower === undefined ? -Infinity : sampleQuantile(values, lower);
  const quantile = upper === undefined ? Infinity : sampleQuantile(values, upper);
  const high = Math.min(quantile, max ?? Infinity);
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; ++i) {
    least = Math.min(least, values[i]!);
    most = Math.max(most, values[i]!);
  }
  if (least < most && capped(least, { low, high }) === capped(most, { low, high })) {
    throw new Problem('cap-flattens', { cap: high < Infinity ? high : low });
  }
  return { low, high };
}

/** The values of one arm moved into the caps. */
export function winsorised(values: ArrayLike<number>, limits: Caps): Winsorised {
  const moved = new Float64Array(values.length);
  let count = 0;
  let removed = 0;
  for (let i = 0; i < moved.length; ++i) {
    moved[i] = capped(values[i]!, limits);
    if (moved[i] !== values[i]) ++count;
    removed += values[i]! - moved[i]!;
  }
  return { values: moved, capped: count, removed };
}

/** A value moved into the caps. */
export function capped(value: number, { low, high }: Caps): number {
  return Math.min(high, Math.max(low, value));
}
