import { Problem } from '../../base/problem';
import type { Design } from './design';
import { orProblem } from '../or-problem';
import type { ExperimentParams, Metric } from './params';
import {
  type Pair,
  type Reading,
  alwaysValidReading,
  fixedReading,
  pairOf,
  sequentialReading,
} from './reading';
import type { Summary } from './summary';
import { thetaOf } from './theta';

/** Users that each arm needs before anything is said about it. */
export const FEWEST_USERS = 100;
/** Both arms of a comparison, as each half sees them. */
export interface Arms {
  readonly control: Summary;
  readonly treatment: Summary;
}

/** A comparison before p-values are corrected. */
export interface Readings {
  readonly arms: Arms;
  readonly deciding: Reading | Problem;
  /** The half that does not decide. */
  readonly other: Reading | Problem;
  /** Of the half that decides. */
  readonly pair: Pair | Problem;
}

/**
 * Reads a comparison both ways, the fixed one as a look where looks are planned. `closed` are the
 * users of the planned time, where they differ from `all`.
 */
export function readingsOf(
  all: Arms,
  closed: Arms | null,
  metric: Metric,
  design: Design,
  params: ExperimentParams,
): Readings {
  const pair = ({ control, treatment }: Arms) => pairOf(control, treatment, thetaOf(metric));
  const forFixed = closed ?? all;
  const fixed = orProblem(() =>
    fixedReading(forFixed.control, forFixed.treatment, () => pair(forFixed), params.lift),
  );
  const always = orProblem(() => {
    const least = Math.min(all.control.n, all.treatment.n);
    if (least < FEWEST_USERS) {
      throw new Problem('too-few-for-looks', { users: least, needed: FEWEST_USERS });
    }
    return alwaysValidReading(pair(all), design.scale, params.lift);
  });
  const isAlways = design.deciding === 'always-valid';
  const arms = isAlways ? all : forFixed;
  const boundary = design.boundaries.get(metric.name);
  const planned =
    boundary === undefined || fixed instanceof Problem ? fixed : sequentialReading(fixed, boundary);
  return {
    arms,
    deciding: isAlways ? always : planned,
    other: isAlways ? fixed : always,
    pair: orProblem(() => pair(arms)),
  };
}
