import { noVariation, requireTwoUsers } from './comparable';
import { type Comparison, zComparison } from './comparison';
import { type Estimate, difference } from './estimate';
import { type Moments, NO_DATA, merge, variance } from './moments';

/** The users of one stratum (a country, a platform) in both arms. */
export interface Stratum {
  readonly control: Moments;
  readonly treatment: Moments;
}

/** A comparison within strata, put together by their size. */
export interface PostStratified {
  readonly comparison: Comparison;
  /** Weighted means of the arms and their covariance: what `fiellerLift` and `deltaLift` take. */
  readonly control: Estimate;
  readonly treatment: Estimate;
  readonly covariance: number;
  /** How many strata were left after those that cannot stand alone joined the largest. */
  readonly strata: number;
}

/**
 * Compares the arms within each stratum and weighs the differences by the strata's sizes, which are
 * themselves taken as random. Removes what the strata explain of the noise.
 *
 * A stratum joins the largest when an arm has fewer than 2 users in it or no variation.
 *
 * @throws {Problem} `too-few-users` when there are fewer than 2 users in an arm altogether
 * @throws {Problem} `same-value` or `constant-arms` when nothing varies
 * @see Miratrix, L. W., Sekhon, J. S. & Yu, B. (2013). Adjusting treatment effect estimates by
 *   post-stratification in randomized experiments. JRSS B 75(2), 369–396.
 */
export function postStratified(strata: readonly Stratum[], alpha = 0.05): PostStratified {
  const parts = standing(strata);
  const n = parts.reduce((sum, part) => sum + size(part), 0);
  const weights = parts.map((part) => size(part) / n);
  const { means, covariance } = combined(parts, weights, n);
  const control = { value: means[0], error: Math.sqrt(covariance[0]) };
  const treatment = { value: means[1], error: Math.sqrt(covariance[2]) };
  const estimate = difference(control, treatment, covariance[1]);
  if (estimate.error === 0) throw noVariation(control.value, treatment.value);
  return {
    comparison: zComparison(estimate, alpha),
    control,
    treatment,
    covariance: covariance[1],
    strata: parts.length,
  };
}

/** The arms' weighted means, and their variances and covariance as [cc, ct, tt]. */
function combined(parts: readonly Stratum[], weights: readonly number[], n: number) {
  const mean = (arm: keyof Stratum) =>
    parts.reduce((sum, part, i) => sum + weights[i]! * part[arm].mean, 0);
  const noise = (arm: keyof Stratum) =>
    parts.reduce((sum, part, i) => sum + weights[i]! ** 2 * (variance(part[arm]) / part[arm].n), 0);
  const means = [mean('control'), mean('treatment')] as const;
  /** The strata's shares are random: covariance of the strata's means over a draw of one user. */
  const shares = (a: keyof Stratum, b: keyof Stratum, ma: number, mb: number) =>
    parts.reduce((sum, p, i) => sum + weights[i]! * (p[a].mean - ma) * (p[b].mean - mb), 0) / n;
  const [c, t] = means;
  return {
    means,
    covariance: [
      noise('control') + shares('control', 'control', c, c),
      shares('control', 'treatment', c, t),
      noise('treatment') + shares('treatment', 'treatment', t, t),
    ] as const,
  };
}

const EMPTY: Stratum = { control: NO_DATA, treatment: NO_DATA };

/** The strata with those that cannot stand alone merged into the largest. */
function standing(strata: readonly Stratum[]): readonly Stratum[] {
  const able = strata.filter(stands).sort((a, b) => size(b) - size(a));
  const unable = strata.filter((part) => !stands(part));
  const largest = [...able.slice(0, 1), ...unable].reduce(joined, EMPTY);
  requireTwoUsers(largest.control, largest.treatment);
  return [largest, ...able.slice(1)];
}

function stands({ control, treatment }: Stratum): boolean {
  return control.n >= 2 && treatment.n >= 2 && control.m2 > 0 && treatment.m2 > 0;
}

function joined(a: Stratum, b: Stratum): Stratum {
  return { control: merge(a.control, b.control), treatment: merge(a.treatment, b.treatment) };
}

function size({ control, treatment }: Stratum): number {
  return control.n + treatment.n;
}
