import { type Moments, variance } from './moments';
import { type Proportion, rate } from './proportion';

/** A number that was measured with noise. */
export interface Estimate {
  readonly value: number;
  /** Standard error of `value`, in the same unit. */
  readonly error: number;
}

/** The mean of a sample. Needs `n ≥ 2`. */
export function meanEstimate(sample: Moments): Estimate {
  return { value: sample.mean, error: Math.sqrt(variance(sample) / sample.n) };
}

/** A rate with its plain binomial error, √(p(1 − p)/n). */
export function rateEstimate(share: Proportion): Estimate {
  const p = rate(share);
  return { value: p, error: Math.sqrt((p * (1 - p)) / share.n) };
}

/**
 * A rate for normal intervals: where nobody or everybody did it, the plain error is 0, which no
 * sample shows, and that of half a user who did otherwise stands in.
 */
export function soberRateEstimate(share: Proportion): Estimate {
  const { n, successes } = share;
  if (successes > 0 && successes < n) return rateEstimate(share);
  return { value: rate(share), error: rateEstimate({ n: n + 1, successes: 0.5 }).error };
}

/** `treatment − control`, whose estimates have the given covariance (0 for separate users). */
export function difference(control: Estimate, treatment: Estimate, covariance = 0): Estimate {
  const variance = treatment.error ** 2 + control.error ** 2 - 2 * covariance;
  return { value: treatment.value - control.value, error: Math.sqrt(Math.max(0, variance)) };
}
