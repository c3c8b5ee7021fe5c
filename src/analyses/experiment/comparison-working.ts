import type { Working } from '../analysis';
import { alphaFigure } from './alpha-figure';
import { kindOf } from './metric-kind';
import type { Subject } from './paths';
import type { Comparison, ExperimentResult } from './result';

type ComparisonSubject = Extract<Subject, { about: 'comparison' }>;
type Figures = Working['figures'];

/** The formula behind a number of a comparison. */
export function comparisonWorking(
  subject: ComparisonSubject,
  result: ExperimentResult,
): Working | null {
  switch (subject.field) {
    case 'difference':
      return differenceWorking(subject);
    case 'lift':
      return liftWorking(subject);
    case 'statistic':
      return statisticWorking(subject);
    case 'p':
      return pWorking(subject, result.rho2);
    case 'pAdjusted':
      return adjustedWorking(subject, result);
    default:
      return null;
  }
}

function differenceWorking(subject: ComparisonSubject): Working | null {
  const { comparison } = subject;
  const { estimate, low, high } = comparison.difference;
  if (estimate === null) return null;
  const isScore = comparison.test === 'score-z';
  const error =
    isScore || isDelta(comparison) ? [] : [{ symbol: 'SE', value: errorOf(comparison) }];
  return {
    formula: isScore
      ? 'D = x_t/n_t − x_c/n_c, all D that the score test does not reject'
      : `${differenceFormula(subject)}, D ± k·SE`,
    figures: [...armFigures(subject), ...error, ...ends(comparison, low, high)],
    value: estimate,
    source: isScore ? 'Mee 1984' : sourceOf(comparison),
  };
}

function liftWorking(subject: ComparisonSubject): Working | null {
  const { comparison } = subject;
  const { estimate, low, high } = comparison.lift;
  if (estimate === null) return null;
  const isScore = comparison.test === 'score-z';
  return {
    formula: 'L = D / |control|, all L that the test does not reject',
    figures: [...armFigures(subject), ...ends(comparison, low, high)],
    value: estimate,
    source: isScore ? 'Koopman 1984' : isDelta(comparison) ? sourceOf(comparison) : 'Fieller 1954',
  };
}

function statisticWorking({ comparison, control, treatment }: ComparisonSubject): Working | null {
  const { statistic, difference, df, test } = comparison;
  if (statistic === null || difference.estimate === null) return null;
  const letter = df === null ? 'z' : 't';
  const gap = { symbol: 'D', value: difference.estimate };
  if (test === 'score-z') {
    const p = (control.total + treatment.total) / (control.matured + treatment.matured);
    return {
      formula: 'z = D / √( p(1 − p)(1/n_c + 1/n_t) )',
      figures: [
        gap,
        { symbol: 'p', value: p },
        { symbol: 'n_c', value: control.matured },
        { symbol: 'n_t', value: treatment.matured },
      ],
      value: statistic,
      source: 'Pearson 1900',
    };
  }
  const error = { symbol: 'SE', value: errorOf(comparison) };
  if (isDelta(comparison)) {
    const lift = { symbol: 'L', value: comparison.lift.estimate ?? 0 };
    const source = sourceOf(comparison);
    return { formula: `${letter} = L / SE`, figures: [lift, error], value: statistic, source };
  }
  return {
    formula: `${letter} = D / SE`,
    figures: [gap, error],
    value: statistic,
    source: sourceOf(comparison),
  };
}

function pWorking({ comparison, control, treatment }: ComparisonSubject, rho2: number) {
  const { statistic, df, p, test } = comparison;
  if (statistic === null || p === null) return null;
  if (comparison.deciding === 'group-sequential') {
    return {
      formula: 'p = the least α at which this look’s bound is passed',
      figures: [
        { symbol: df === null ? 'z' : 't', value: statistic },
        ...(df === null ? [] : [{ symbol: 'df', value: df }]),
      ],
      value: p,
      source: 'Lan & DeMets 1983; Jennison & Turnbull 1989',
    };
  }
  if (test.endsWith('always-valid')) {
    return {
      formula: 'p = √x · exp(−ρ²·N·z² / (2x)), x = N·ρ² + 1, at most 1',
      figures: [
        { symbol: 'z', value: statistic },
        { symbol: 'N', value: control.matured + treatment.matured },
        { symbol: 'ρ²', value: rho2 },
      ],
      value: p,
      source: sourceOf(comparison),
    };
  }
  return df === null
    ? {
        formula: 'p = 2·Φ(−|z|)',
        figures: [{ symbol: 'z', value: statistic }],
        value: p,
        source: sourceOf(comparison),
      }
    : {
        formula: 'p = 2·P(T > |t|)',
        figures: [
          { symbol: 't', value: statistic },
          { symbol: 'df', value: df },
        ],
        value: p,
        source: sourceOf(comparison),
      };
}

function adjustedWorking(
  { comparison }: ComparisonSubject,
  result: ExperimentResult,
): Working | null {
  const { p, pAdjusted, level } = comparison;
  if (p === null || pAdjusted === null) return null;
  const alpha = alphaFigure(result);
  return {
    formula: `level = 1 − ${alpha.symbol} · p / p adjusted`,
    figures: [alpha, { symbol: 'p', value: p }, { symbol: 'level', value: level }],
    value: pAdjusted,
    source: 'Holm 1979; Benjamini & Hochberg 1995',
  };
}

function isDelta({ test }: Comparison): boolean {
  return test.startsWith('delta-');
}

function sourceOf({ test }: Comparison): string {
  if (test.startsWith('delta-')) return 'Deng, Knoblich & Lu 2018 (delta method)';
  switch (test) {
    case 'score-z':
      return 'Pearson 1900';
    case 'cuped-t':
      return 'Deng et al. 2013; Lin 2013';
    case 'always-valid':
      return 'Robbins 1970; Waudby-Smith et al. 2021';
    case 'z':
      return 'Deng, Knoblich & Lu 2018';
    default:
      return 'Welch 1947; Satterthwaite 1946';
  }
}

function differenceFormula({ metric, comparison }: ComparisonSubject): string {
  if (comparison.test === 'cuped-t') return 'D = (m_t − θ·x_t) − (m_c − θ·x_c)';
  if (kindOf(metric.type) === 'rate') return 'D = x_t/n_t − x_c/n_c';
  return metric.type === 'quantile' ? 'D = Q_t − Q_c' : 'D = m_t − m_c';
}

/** The standard error of what the test is about. */
function errorOf(comparison: Comparison): number {
  const { difference, lift, statistic } = comparison;
  const { estimate } = isDelta(comparison) ? lift : difference;
  return estimate === null || !statistic ? 0 : estimate / statistic;
}

/** What stands in the two arms: counts of a rate, values of anything else. */
function armFigures({ metric, control, treatment }: ComparisonSubject): Figures {
  const isRate = kindOf(metric.type) === 'rate';
  const letter = metric.type === 'quantile' ? 'Q' : 'm';
  return [[treatment, 't'] as const, [control, 'c'] as const].flatMap(([arm, suffix]) => [
    isRate
      ? { symbol: `x_${suffix}`, value: arm.total }
      : { symbol: `${letter}_${suffix}`, value: arm.value ?? 0 },
    { symbol: `n_${suffix}`, value: arm.matured },
  ]);
}

function ends({ level }: Comparison, low: number, high: number): Figures {
  const percent = `${Number((100 * level).toPrecision(6))} %`;
  return [
    { symbol: `${percent} low`, value: low },
    { symbol: `${percent} high`, value: high },
  ];
}
