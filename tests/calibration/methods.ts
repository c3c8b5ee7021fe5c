import { alwaysValid, mixtureScale } from '../../src/stats/always-valid';
import { around } from '../../src/stats/comparison';
import { type Slope, cuped } from '../../src/stats/cuped';
import { deltaLift } from '../../src/stats/delta-lift';
import { type Estimate, difference, meanEstimate, rateEstimate } from '../../src/stats/estimate';
import { fiellerLift } from '../../src/stats/fieller';
import type { Interval } from '../../src/stats/interval';
import type { JointMoments } from '../../src/stats/joint-moments';
import { koopmanLift } from '../../src/stats/koopman';
import type { Moments } from '../../src/stats/moments';
import * as normal from '../../src/stats/normal';
import type { Proportion } from '../../src/stats/proportion';
import { carried, ratioMoments } from '../../src/stats/ratio';
import { scoreTest } from '../../src/stats/score-test';
import * as studentsT from '../../src/stats/students-t';
import { welch } from '../../src/stats/welch';
import type { Orders } from './populations';

export const ALPHA = 0.05;

/** How often a method may reject without an effect; null for what is shown for contrast. */
export type Promised = 'at-most-alpha' | 'alpha' | null;

/**
 * A way to compare two arms, by its interval at 95 %: it rejects when the interval excludes 0, which
 * the proof shows to be when p is below 5 %.
 */
export interface Method<Arm> {
  readonly name: string;
  readonly of: 'difference' | 'lift';
  readonly promise: Promised;
  /** @throws {Problem} where there is none */
  interval(control: Arm, treatment: Arm): Interval;
}

/** The part of alpha that the hybrid leaves to the fixed test of the planned end. */
const HYBRID_HALF = ALPHA / 2;

export const MEANS: readonly Method<Moments>[] = [
  held('Welch', 'difference', (c, t) => welch(c, t, ALPHA).difference),
  held('Fieller', 'lift', welchLift),
  contrast('delta method', 'lift', (c, t) => delta(meanEstimate(c), meanEstimate(t))),
];

/** How means are compared in an experiment that is looked at while it runs. */
export const WATCHED_MEANS: readonly Method<Moments>[] = [
  held('always-valid, one look', 'difference', (c, t) =>
    oneLook(meanEstimate(c), meanEstimate(t), c.n + t.n),
  ),
  held('hybrid, at its end', 'difference', (c, t) => welch(c, t, HYBRID_HALF).difference),
];

export const RATES: readonly Method<Proportion>[] = [
  { ...held('score (Mee)', 'difference', mee), promise: 'alpha' },
  { ...held('score (Koopman)', 'lift', koopman), promise: 'alpha' },
  contrast('delta method', 'lift', (c, t) => delta(rateEstimate(c), rateEstimate(t))),
];

export const WATCHED_RATES: readonly Method<Proportion>[] = [
  held('always-valid, one look', 'difference', (c, t) =>
    oneLook(rateEstimate(c), rateEstimate(t), c.n + t.n),
  ),
  held('hybrid, at its end', 'difference', (c, t) => scoreTest(c, t, HYBRID_HALF).difference),
];

export const ADJUSTED: readonly Method<JointMoments>[] = (['within', 'pooled'] as const).flatMap(
  (slope) => {
    const name = `CUPED, ${slope} slope`;
    return [
      held<JointMoments>(
        name,
        'difference',
        (c, t) => cuped(c, t, ALPHA, slope).comparison.difference,
      ),
      held<JointMoments>(name, 'lift', (c, t) => cupedLift(c, t, slope)),
    ];
  },
);

export const RATIOS: readonly Method<Orders>[] = [
  held('ratio', 'difference', (c, t) => welch(per(c), per(t), ALPHA).difference),
  held('ratio', 'lift', (c, t) => welchLift(per(c), per(t))),
];

function held<Arm>(
  name: string,
  of: Method<Arm>['of'],
  interval: Method<Arm>['interval'],
): Method<Arm> {
  return { name, of, promise: 'at-most-alpha', interval };
}

function contrast<Arm>(
  name: string,
  of: Method<Arm>['of'],
  interval: Method<Arm>['interval'],
): Method<Arm> {
  return { name, of, promise: null, interval };
}

function mee(control: Proportion, treatment: Proportion): Interval {
  return scoreTest(control, treatment, ALPHA).difference;
}

function koopman(control: Proportion, treatment: Proportion): Interval {
  return koopmanLift(control, treatment, ALPHA);
}

function welchLift(control: Moments, treatment: Moments): Interval {
  const q = studentsT.criticalValue(ALPHA, welch(control, treatment).df!);
  return fiellerLift(meanEstimate(control), meanEstimate(treatment), q);
}

function cupedLift(control: JointMoments, treatment: JointMoments, slope: Slope): Interval {
  const adjusted = cuped(control, treatment, ALPHA, slope);
  const q = studentsT.criticalValue(ALPHA, adjusted.comparison.df!);
  return fiellerLift(adjusted.control, adjusted.treatment, q, adjusted.covariance);
}

function oneLook(control: Estimate, treatment: Estimate, n: number): Interval {
  return alwaysValid(difference(control, treatment), n, mixtureScale(ALPHA), ALPHA).difference;
}

function delta(control: Estimate, treatment: Estimate): Interval {
  return around(deltaLift(control, treatment), normal.criticalValue(ALPHA));
}

/** As the readout takes a ratio: few carriers count as what they are. */
function per({ sums, carriers }: Orders): Moments {
  const plain = ratioMoments(sums);
  return carriers === null ? plain : carried(plain, carriers);
}
