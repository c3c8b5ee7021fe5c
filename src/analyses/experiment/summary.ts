import { Problem } from '../../base/problem';
import { scratchIndexes, scratchNumbers } from '../../base/scratch';
import { requireComputable } from '../../stats/comparable';
import { around } from '../../stats/comparison';
import { type Estimate, meanEstimate } from '../../stats/estimate';
import type { Interval } from '../../stats/interval';
import type { Slope } from '../../stats/cuped';
import { type JointMoments, jointMoments } from '../../stats/joint-moments';
import { type Moments, moments } from '../../stats/moments';
import * as normal from '../../stats/normal';
import { ownRegression } from '../../stats/own-regression';
import type { Proportion } from '../../stats/proportion';
import { type ClusteredValues, quantileEstimate } from '../../stats/quantile-effect';
import { carried, carriedJointly, fewCarriers, linearised } from '../../stats/ratio';
import * as studentsT from '../../stats/students-t';
import { wilson } from '../../stats/wilson';
import { type Caps, capped } from '../../stats/winsorise';
import type { Covariate, Totals } from './measured';
import { kindOf } from './metric-kind';
import type { Metric } from './params';
import type { Samples } from './tally';
import { thetaOf } from './theta';

/** What the users of one arm leave behind for one metric. */
export interface Summary {
  /** Users, whose window has passed. */
  readonly n: number;
  /** Sum over users, of a ratio the numerator's; of a quantile the number of values. */
  readonly total: number;
  /** Of a ratio. */
  readonly denominator: number | null;
  readonly missing: number;
  /** Of amounts: the largest user's part of the total, and users with something. */
  readonly largest: number | null;
  readonly active: number | null;
  readonly values: SummaryValues;
  /** The values beside their covariates, where the metric is adjusted. */
  readonly joint: JointMoments | null;
}

/** What a comparison takes from a summary. */
export type Sampled = Pick<Summary, 'n' | 'values' | 'joint'>;

export type SummaryValues =
  | { readonly kind: 'rate'; readonly share: Proportion }
  /** `carriers` where few users carry the denominator of a ratio: `asCarried` reads it so. */
  | { readonly kind: 'mean'; readonly sample: Moments; readonly carriers: number | null }
  | { readonly kind: 'quantile'; readonly estimate: Estimate }
  | { readonly kind: 'none'; readonly problem: Problem };

/** Where values are capped: of the value, and of the denominator of a ratio. */
export interface MetricCaps {
  readonly value: Caps | null;
  readonly denominator: Caps | null;
}

export const NO_CAPS: MetricCaps = { value: null, denominator: null };

/** Summarises the users at `positions`, in that order: it takes much scratch memory and keeps none. */
export function summaryOf(
  metric: Metric,
  totals: Totals,
  covariates: readonly Covariate[],
  positions: Uint32Array,
  caps: MetricCaps,
): Summary {
  const value = taken(totals.value, positions, caps.value);
  const denominator = totals.denominator && taken(totals.denominator, positions, caps.denominator);
  let missing = 0;
  for (let i = 0; i < positions.length; ++i) missing += totals.missing[positions[i]!]!;
  const base = {
    n: positions.length,
    total: sum(value),
    denominator: denominator && sum(denominator),
    missing,
    ...extremes(metric, value),
  };
  if (metric.type === 'quantile')
    return { ...base, ...quantileValues(metric.quantile, totals, positions) };
  if (kindOf(metric.type) === 'rate') {
    const share = { n: positions.length, successes: base.total };
    return orNone(base, () => {
      const joint = jointOf(value, covariates, positions, caps, thetaOf(metric));
      return { values: { kind: 'rate', share }, joint };
    });
  }
  return orNone(base, () => {
    const per = denominator ? linearised(value, denominator) : value;
    requireComputable(per);
    const joint = jointOf(per, covariates, positions, caps, thetaOf(metric));
    const carriers = denominator && fewCarriers(denominator);
    return { values: { kind: 'mean', sample: moments(per), carriers }, joint };
  });
}

/**
 * The summary as its errors are to be read: of a ratio that few users carry, as a sample of those.
 *
 * @throws {Problem} `too-few-users` for fewer than 2 carriers
 */
export function asCarried<S extends Sampled>(summary: S): S {
  const { values, joint } = summary;
  if (values.kind !== 'mean' || values.carriers === null) return summary;
  const k = values.carriers;
  const sample = carried(values.sample, k);
  return {
    ...summary,
    values: { ...values, sample, carriers: null },
    joint: joint && carriedJointly(joint, k),
  };
}

/**
 * The arm's own value with its interval: Wilson for a rate, Student's t for a mean.
 *
 * @throws {Problem} `too-few-users`, and what stands in the summary
 */
export function armInterval(summary: Summary, alpha: number): Interval {
  const { values, n } = asCarried(summary);
  switch (values.kind) {
    case 'none':
      throw values.problem;
    case 'rate':
      if (n < 1) throw new Problem('too-few-users', { users: n });
      return wilson(values.share, alpha);
    case 'quantile':
      return around(values.estimate, normal.criticalValue(alpha));
    case 'mean':
      if (n < 2) throw new Problem('too-few-users', { users: n });
      return around(
        meanEstimate(values.sample),
        studentsT.criticalValue(alpha, values.sample.n - 1),
      );
  }
}

/** The values of the users at `positions`, moved into the caps. Within `withScratch` they are of its memory. */
export function taken(
  values: ArrayLike<number>,
  positions: Uint32Array,
  caps: Caps | null = null,
): Float64Array {
  const out = scratchNumbers(positions.length);
  for (let i = 0; i < out.length; ++i) out[i] = values[positions[i]!]!;
  if (caps !== null) for (let i = 0; i < out.length; ++i) out[i] = capped(out[i]!, caps);
  return out;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; ++i) total += values[i]!;
  return total;
}

/** Who makes the total; not said where some take from it. */
function extremes({ type }: Metric, value: Float64Array) {
  if (type !== 'mean' && type !== 'count') return { largest: null, active: null };
  let most = 0;
  let least = 0;
  let total = 0;
  let active = 0;
  for (let i = 0; i < value.length; ++i) {
    const each = value[i]!;
    if (each > most) most = each;
    if (each < least) least = each;
    total += each;
    if (each !== 0) ++active;
  }
  const hasShare = least >= 0 && total !== 0 && Number.isFinite(total);
  return { largest: hasShare ? most / total : null, active };
}

function quantileValues(level: number, { samples }: Totals, positions: Uint32Array) {
  const sample = samplesOf(samples!, positions);
  return orNone({ total: sample.values.length }, () => {
    requireComputable(sample.values);
    const estimate = quantileEstimate(sample, level);
    return { values: { kind: 'quantile', estimate }, joint: null };
  });
}

/** The single values of the users at `positions`, in that order. Within `withScratch` they are of its memory. */
export function samplesOf(
  { values, starts, ends }: Samples,
  positions: Uint32Array,
): ClusteredValues & { readonly ends: Uint32Array } {
  let total = 0;
  for (let i = 0; i < positions.length; ++i) {
    total += ends[positions[i]!]! - starts[positions[i]!]!;
  }
  const own = scratchNumbers(total);
  const until = scratchIndexes(positions.length);
  let next = 0;
  for (let i = 0; i < positions.length; ++i) {
    const end = ends[positions[i]!]!;
    for (let at = starts[positions[i]!]!; at < end; ++at) own[next++] = values[at]!;
    until[i] = next;
  }
  return { values: own, ends: until };
}

/** Values beside covariates: each covariate, then 1 where it is not known. */
function jointOf(
  values: Float64Array,
  covariates: readonly Covariate[],
  positions: Uint32Array,
  caps: MetricCaps,
  slope: Slope,
): JointMoments | null {
  if (covariates.length === 0) return null;
  const columns = covariates.flatMap(({ value, denominator, unknown, isSame }) => {
    const own = isSame ? caps : NO_CAPS;
    const above = taken(value, positions, own.value);
    const below = denominator && taken(denominator, positions, own.denominator);
    const isKnown = below === null || sum(below) !== 0;
    const before = below && isKnown ? linearised(above, below) : above;
    requireComputable(before);
    return [before, taken(unknown, positions)];
  });
  return (slope === 'within' ? ownRegression : jointMoments)([values, ...columns]);
}

function orNone<Base extends object>(
  base: Base,
  made: () => Pick<Summary, 'values' | 'joint'>,
): Base & Pick<Summary, 'values' | 'joint'> {
  try {
    return { ...base, ...made() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...base, values: { kind: 'none', problem: error }, joint: null };
  }
}
