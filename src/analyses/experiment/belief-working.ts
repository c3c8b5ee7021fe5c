import { difference, soberRateEstimate } from '../../stats/estimate';
import * as normal from '../../stats/normal';
import type { Working } from '../analysis';
import { DEFINITION } from './definition';
import { kindOf } from './metric-kind';
import type { Subject } from './paths';
import type { ExperimentResult } from './result';

type ComparisonSubject = Extract<Subject, { about: 'comparison' }>;

/** The chance to see a change of the size of `mde`. */
const POWER = 0.8;

/** The formula behind what is believed of a comparison, what it is worth and how far it is; null for other numbers. */
export function beliefWorking(
  subject: ComparisonSubject,
  { alphaOfHalf: alpha, prior, eligible }: ExperimentResult,
): Working | null {
  switch (subject.field) {
    case 'chanceToWin':
      return chanceWorking(subject);
    case 'expectedLoss':
      return lossWorking(subject);
    case 'shrunkenLift':
      return prior ? shrunkenWorking(subject, prior, alpha) : null;
    case 'mde':
      return mdeWorking(subject, alpha);
    case 'progress':
    case 'usersNeeded':
    case 'daysLeft':
      return outlookWorking(subject);
    case 'varianceRemoved':
      return varianceWorking(subject);
    case 'marginP':
      return marginWorking(subject);
    case 'worth':
      return eligible ? worthWorking(subject, eligible.users) : null;
    default:
      return null;
  }
}

/** The change that is believed in, with its standard error; null where it is exactly 0. */
function beliefOf({ metric, comparison, control, treatment }: ComparisonSubject) {
  const { test, difference: gap, lift, statistic } = comparison;
  const isDelta = test.startsWith('delta-');
  const value = isDelta ? lift.estimate : gap.estimate;
  if (value === null || statistic === null) return null;
  const symbol = isDelta ? 'L' : 'D';
  if (test === 'score-z' && kindOf(metric.type) === 'rate') {
    const rate = ({ total, matured }: typeof control) =>
      soberRateEstimate({ n: matured, successes: total });
    const { error } = difference(rate(control), rate(treatment));
    return { symbol, value, error };
  }
  return statistic === 0 ? null : { symbol, value, error: value / statistic };
}

function chanceWorking(subject: ComparisonSubject): Working | null {
  const belief = beliefOf(subject);
  const { chanceToWin } = subject.comparison;
  if (!belief || chanceToWin === undefined) return null;
  const sign = subject.metric.direction === 'up' ? '' : '−';
  return {
    formula: `P = Φ(${sign}${belief.symbol} / SE)`,
    figures: beliefFigures(belief),
    value: chanceToWin,
    source: 'Normal belief with a flat prior (Gelman et al. 2013)',
  };
}

function lossWorking(subject: ComparisonSubject): Working | null {
  const belief = beliefOf(subject);
  const { expectedLoss } = subject.comparison;
  if (!belief || expectedLoss === undefined) return null;
  const gain = subject.metric.direction === 'up' ? belief.symbol : `−${belief.symbol}`;
  return {
    formula: `loss = SE·φ(z) − g·Φ(−z), z = g / SE, g = ${gain}`,
    figures: beliefFigures(belief),
    value: expectedLoss,
    source: 'Stucchio 2015',
  };
}

function beliefFigures(belief: { symbol: string; value: number; error: number }) {
  return [
    { symbol: belief.symbol, value: belief.value },
    { symbol: 'SE', value: belief.error },
  ];
}

/** What was measured is read back from the belief: its precision is the prior's and the data's together. */
function shrunkenWorking(
  { comparison }: ComparisonSubject,
  prior: { readonly mean: number; readonly variance: number },
  alpha: number,
): Working | null {
  const { shrunkenLift, lift } = comparison;
  if (!shrunkenLift || shrunkenLift.estimate === null) return null;
  const reach = 2 * normal.criticalValue(alpha);
  const deviation = (shrunkenLift.high - shrunkenLift.low) / reach;
  const variance = 1 / (1 / deviation ** 2 - 1 / prior.variance);
  const measured = shrunkenLift.estimate / deviation ** 2 - prior.mean / prior.variance;
  return {
    formula: "L' = (L/s² + m/v) / (1/s² + 1/v)",
    figures: [
      { symbol: 'L', value: lift.estimate ?? measured * variance },
      { symbol: 's', value: Math.sqrt(variance) },
      { symbol: 'm', value: prior.mean },
      { symbol: 'v', value: prior.variance },
    ],
    value: shrunkenLift.estimate,
    source: 'Gelman et al. 2013',
  };
}

function mdeWorking({ metric, control }: ComparisonSubject, alpha: number) {
  const { mde } = metric;
  if (mde === null || control.value === null) return null;
  const z = normal.criticalValue(alpha);
  const power = normal.quantile(POWER);
  return {
    formula: 'MDE = (z_α/2 + z_β) · SE / |control|, of the arm with the largest SE',
    figures: [
      { symbol: 'z_α/2', value: z },
      { symbol: 'z_β', value: power },
      { symbol: 'SE', value: (mde * Math.abs(control.value)) / (z + power) },
      { symbol: 'control', value: control.value },
    ],
    value: mde,
    source: 'Cohen 1988',
  };
}

function outlookWorking({ metric, field }: ComparisonSubject): Working | null {
  const { outlook, mde, arms } = metric;
  if (!outlook || mde === null) return null;
  const sizes = [
    { symbol: 'target', value: outlook.target },
    { symbol: 'MDE', value: mde },
  ];
  const source = 'The smallest visible change falls with √n (Deng, Knoblich & Lu 2018)';
  if (field === 'progress') {
    const formula = 'progress = (target / MDE)², at most 1';
    return { formula, figures: sizes, value: outlook.progress, source };
  }
  const users = arms.reduce((sum, { matured }) => sum + matured, 0);
  const figures = [{ symbol: 'n', value: users }, ...sizes];
  if (field === 'usersNeeded') {
    return { formula: 'N = n · (MDE / target)²', figures, value: outlook.usersNeeded, source };
  }
  const { estimate, low, high } = outlook.daysLeft;
  if (estimate === null) return null;
  return {
    formula:
      'days until N users, new users growing as days^γ, ½ ≤ γ ≤ 1, and their window, less the days so far',
    figures: [
      { symbol: 'N', value: outlook.usersNeeded },
      { symbol: 'n', value: users },
      { symbol: 'low', value: low },
      { symbol: 'high', value: high },
    ],
    value: estimate,
    source: 'The new users of each day so far',
  };
}

function varianceWorking({ comparison }: ComparisonSubject): Working | null {
  const { cuped } = comparison;
  if (!cuped) return null;
  return {
    formula: '1 − Var(y − θ·x) / Var(y)',
    figures: [{ symbol: 'θ', value: cuped.theta }],
    value: cuped.varianceRemoved,
    source: 'Deng et al. 2013',
  };
}

function marginWorking({ metric, comparison, control, treatment }: ComparisonSubject) {
  const { margin } = comparison;
  if (!margin || margin.p === null) return null;
  const factor = metric.direction === 'up' ? '1 − δ' : '1 + δ';
  return {
    formula: `one-sided p of: treatment is beyond (${factor}) · control`,
    figures: [
      { symbol: 'treatment', value: treatment.value ?? 0 },
      { symbol: 'control', value: control.value ?? 0 },
      { symbol: 'δ', value: margin.relative },
    ],
    value: margin.p,
    source: kindOf(metric.type) === 'rate' ? 'Miettinen & Nurminen 1985' : 'Schuirmann 1987',
  };
}

function worthWorking({ comparison, control, part }: ComparisonSubject, users: number) {
  const { worth, difference: gap, shrunkenLift } = comparison;
  if (!worth || gap.estimate === null) return null;
  if (part === 'shrunken') {
    if (worth.shrunken === undefined) return null;
    return {
      formula: "W' = L' · |control| · N",
      figures: [
        { symbol: "L'", value: shrunkenLift?.estimate ?? 0 },
        { symbol: 'control', value: control.value ?? 0 },
        { symbol: 'N', value: users },
      ],
      value: worth.shrunken,
      source: DEFINITION,
    };
  }
  return {
    formula: 'W = D · N',
    figures: [
      { symbol: 'D', value: gap.estimate },
      { symbol: 'N', value: users },
      { symbol: 'low', value: worth.low },
      { symbol: 'high', value: worth.high },
    ],
    value: worth.estimate,
    source: DEFINITION,
  };
}
