import { Problem } from '../../base/problem';
import { alwaysValidP } from '../../stats/always-valid';
import { type Estimate, difference } from '../../stats/estimate';
import { nonInferiorityP, proportionNonInferiorityP } from '../../stats/margin-test';
import type { Boundary } from './boundary';
import type { Design } from './design';
import type { Metric } from './params';
import type { Pair, Reading } from './reading';
import type { Readings } from './readings';
import type { Comparison, Margin } from './result';

/**
 * Whether a loss beyond the metric's margin can be ruled out: the state is read from the lift's
 * interval, and p is of the one-sided test that this interval inverts. Null without a margin.
 */
export function marginOf(
  metric: Metric,
  sides: Readings,
  { lift }: Comparison,
  design: Design,
): Margin | null {
  const { margin, direction } = metric;
  if (margin === undefined) return null;
  const { deciding, pair } = sides;
  const problem = deciding instanceof Problem ? deciding : pair instanceof Problem ? pair : null;
  if (problem) return { relative: margin, p: null, state: 'unclear', problem: problem.toJSON() };
  return {
    relative: margin,
    p: marginP(sides, margin, direction, design, design.boundaries.get(metric.name)),
    state: lift.estimate === null ? 'unclear' : stateOf(lift, margin, direction),
  };
}

function stateOf(
  { low, high }: { readonly low: number; readonly high: number },
  margin: number,
  direction: Metric['direction'],
): Margin['state'] {
  // Turned so that a loss is negative.
  const [least, most] = direction === 'up' ? [low, high] : [-high, -low];
  if (least > -margin) return 'non-inferior';
  return most < -margin ? 'inferior' : 'unclear';
}

function marginP(
  { arms, deciding, pair }: Readings,
  margin: number,
  direction: Metric['direction'],
  { scale }: Design,
  boundary: Boundary | undefined,
): number {
  const { control, treatment, covariance, df, n } = pair as Pair;
  const [a, b] = [arms.control.values, arms.treatment.values];
  if ((deciding as Reading).half === 'always-valid') {
    const z = distance(pair as Pair, direction === 'up' ? -margin : margin);
    const good = direction === 'up' ? z : -z;
    const half = alwaysValidP(z, n, scale) / 2;
    return good > 0 ? half : 1 - half;
  }
  const isScore = (deciding as Reading).test === 'score-z';
  const single =
    isScore && a.kind === 'rate' && b.kind === 'rate'
      ? proportionNonInferiorityP(a.share, b.share, margin, direction)
      : nonInferiorityP(control, treatment, margin, direction, df, covariance);
  return boundary === undefined ? single : lookP(single, boundary);
}

/** A one-sided p as the plan of looks leaves it. */
function lookP(single: number, boundary: Boundary): number {
  const isGood = single < 0.5;
  const half = boundary.p(2 * Math.min(single, 1 - single)) / 2;
  return isGood ? half : 1 - half;
}

/** How many standard errors the treatment lies above (1 + `lift`) times the control. */
function distance({ control, treatment, covariance }: Pair, lift: number): number {
  const factor = 1 + lift * Math.sign(control.value);
  const scaled: Estimate = {
    value: factor * control.value,
    error: Math.abs(factor) * control.error,
  };
  const { value, error } = difference(scaled, treatment, factor * covariance);
  return value / error;
}
