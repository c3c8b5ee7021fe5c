import type { Comparison } from '../../stats/comparison';
import { meanEstimate } from '../../stats/estimate';
import { fiellerLift } from '../../stats/fieller';
import type { Interval } from '../../stats/interval';
import { koopmanLift } from '../../stats/koopman';
import type { Moments } from '../../stats/moments';
import type { Proportion } from '../../stats/proportion';
import { leastExpected, scoreTest } from '../../stats/score-test';
import * as studentsT from '../../stats/students-t';
import { welch } from '../../stats/welch';
import type { Summary } from './summary';

/** A treatment arm against the control: one test, whose intervals can be read at any level. */
export interface Contrast {
  readonly test: 'score-z' | 'welch-t';
  readonly statistic: number;
  readonly df: number | null;
  readonly p: number;
  /** Standard error of the difference, unpooled. */
  readonly error: number;
  /** The control's value. */
  readonly base: number;
  /** Smallest expected count of the two-by-two table; null for means. */
  readonly leastExpected: number | null;
  /** Treatment minus control at level 1 − `alpha`. */
  difference(alpha: number): Interval;
  /** @throws {Problem} `control-is-zero`, `control-too-uncertain` */
  lift(alpha: number): Interval;
}

/** @throws {Problem} `too-few-users`, `same-value`, `constant-arms` */
export function contrastOf(control: Summary, treatment: Summary, alpha: number): Contrast {
  if (control.kind === 'rate' && treatment.kind === 'rate') {
    return rates(control.share, treatment.share, alpha);
  }
  if (control.kind === 'mean' && treatment.kind === 'mean') {
    return means(control.sample, treatment.sample, alpha);
  }
  throw new RangeError('contrastOf: a rate against a mean');
}

function rates(control: Proportion, treatment: Proportion, alpha: number): Contrast {
  return {
    test: 'score-z',
    ...tested(scoreTest(control, treatment, alpha)),
    base: control.successes / control.n,
    leastExpected: leastExpected(control, treatment),
    difference: (level) => scoreTest(control, treatment, level).difference,
    lift: (level) => koopmanLift(control, treatment, level),
  };
}

function means(control: Moments, treatment: Moments, alpha: number): Contrast {
  const test = tested(welch(control, treatment, alpha));
  return {
    test: 'welch-t',
    ...test,
    base: control.mean,
    leastExpected: null,
    difference: (level) => welch(control, treatment, level).difference,
    lift: (level) => {
      const q = studentsT.criticalValue(level, test.df!);
      return fiellerLift(meanEstimate(control), meanEstimate(treatment), q);
    },
  };
}

function tested({ statistic, df, p, error }: Comparison) {
  return { statistic, df, p, error };
}
