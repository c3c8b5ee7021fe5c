import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import { kindOf } from './metric-kind';
import { type Subject, subjectOf } from './paths';
import type { Check, ExperimentResult, MetricArm } from './result';

type ComparisonSubject = Extract<Subject, { about: 'comparison' }>;

/** The formula behind the number at `path`, with its figures. */
export function working(result: ExperimentResult, path: string): Working | null {
  const subject = subjectOf(result, parsePath(path));
  switch (subject?.about) {
    case 'check': {
      const srm = result.checks.find((check) => check.name === subject.check);
      return srm?.name === 'srm' ? splitWorking(srm, result) : null;
    }
    case 'metric-arm':
      return subject.field === 'value' ? valueWorking(subject, result.alpha) : null;
    case 'comparison':
      return comparisonWorking(subject);
    default:
      return null;
  }
}

function splitWorking(
  srm: Extract<Check, { name: 'srm' }>,
  { arms }: ExperimentResult,
): Working | null {
  if (srm.statistic === null) return null;
  return {
    formula: 'χ² = Σ (O − E)² / E',
    figures: arms.flatMap(({ name, expected }, i) =>
      expected === 0
        ? []
        : [
            { symbol: `O (${name})`, value: srm.observed[i]! },
            { symbol: `E (${name})`, value: srm.expected[i]! },
          ],
    ),
    value: srm.statistic,
    source: 'Pearson 1900; Fabijan et al. 2019',
  };
}

function valueWorking(
  { metric, arm }: Extract<Subject, { about: 'metric-arm' }>,
  alpha: number,
): Working | null {
  if (arm.value === null || arm.low === null || arm.high === null) return null;
  const isRate = kindOf(metric.type) === 'rate';
  return {
    formula: isRate ? 'p = x / n' : 'm = Σ y / n',
    figures: [
      { symbol: isRate ? 'x' : 'Σ y', value: arm.total },
      { symbol: 'n', value: arm.matured },
      { symbol: `${100 * (1 - alpha)} % low`, value: arm.low },
      { symbol: `${100 * (1 - alpha)} % high`, value: arm.high },
    ],
    value: arm.value,
    source: isRate ? 'Wilson 1927' : 'Student 1908',
  };
}

function comparisonWorking(subject: ComparisonSubject): Working | null {
  switch (subject.field) {
    case 'difference':
      return differenceWorking(subject);
    case 'lift':
      return liftWorking(subject);
    case 'p':
    case 'pAdjusted':
    case 'statistic':
      return kindOf(subject.metric.type) === 'rate' ? scoreWorking(subject) : welchWorking(subject);
    default:
      return null;
  }
}

function differenceWorking({ metric, comparison, control, treatment }: ComparisonSubject) {
  const { estimate, low, high } = comparison.difference;
  if (estimate === null) return null;
  const isRate = kindOf(metric.type) === 'rate';
  return {
    formula: isRate ? 'D = p_t − p_c' : 'D = m_t − m_c',
    figures: [...armFigures(treatment, 't', isRate), ...armFigures(control, 'c', isRate)].concat(
      ends(comparison.level, low, high),
    ),
    value: estimate,
    source: isRate ? 'Mee 1984' : 'Welch 1947',
  };
}

function liftWorking({ metric, comparison, control, treatment }: ComparisonSubject) {
  const { estimate, low, high } = comparison.lift;
  if (estimate === null) return null;
  const isRate = kindOf(metric.type) === 'rate';
  return {
    formula: isRate ? 'L = (p_t − p_c) / p_c' : 'L = (m_t − m_c) / |m_c|',
    figures: [...armFigures(treatment, 't', isRate), ...armFigures(control, 'c', isRate)].concat(
      ends(comparison.level, low, high),
    ),
    value: estimate,
    source: isRate ? 'Koopman 1984' : 'Fieller 1954',
  };
}

function scoreWorking({ comparison, control, treatment, field }: ComparisonSubject) {
  const { statistic, difference } = comparison;
  if (statistic === null || difference.estimate === null) return null;
  const pooled = (control.total + treatment.total) / (control.matured + treatment.matured);
  return {
    formula: `z = D / √( p(1 − p)(1/n_c + 1/n_t) )${tail(field, 'z', '2·Φ(−|z|)')}`,
    figures: [
      { symbol: 'D', value: difference.estimate },
      { symbol: 'p', value: pooled },
      { symbol: 'n_c', value: control.matured },
      { symbol: 'n_t', value: treatment.matured },
      ...tailFigures(subjectP(comparison, field), 'z', statistic),
    ],
    value: subjectP(comparison, field) ?? statistic,
    source: 'Pearson 1900',
  };
}

function welchWorking({ comparison, control, treatment, field }: ComparisonSubject) {
  const { statistic, df, difference } = comparison;
  if (statistic === null || df === null || difference.estimate === null) return null;
  return {
    formula: `t = D / √( s_c²/n_c + s_t²/n_t )${tail(field, 't', '2·P(T > |t|)')}`,
    figures: [
      { symbol: 'D', value: difference.estimate },
      { symbol: '√( s_c²/n_c + s_t²/n_t )', value: difference.estimate / statistic },
      { symbol: 'n_c', value: control.matured },
      { symbol: 'n_t', value: treatment.matured },
      { symbol: 'df', value: df },
      ...tailFigures(subjectP(comparison, field), 't', statistic),
    ],
    value: subjectP(comparison, field) ?? statistic,
    source: 'Welch 1947; Satterthwaite 1946',
  };
}

/** The p that `field` asks for; null when it asks for the statistic. */
function subjectP({ p, pAdjusted }: ComparisonSubject['comparison'], field: string): number | null {
  if (field === 'p') return p;
  return field === 'pAdjusted' ? pAdjusted : null;
}

function tail(field: string, symbol: string, formula: string): string {
  return field === 'statistic' ? '' : `, p = ${formula.replace('z', symbol)}`;
}

function tailFigures(p: number | null, symbol: string, statistic: number) {
  return p === null ? [] : [{ symbol, value: statistic }];
}

function armFigures(arm: MetricArm, suffix: string, isRate: boolean) {
  return [
    { symbol: `${isRate ? 'x' : 'Σ y'}_${suffix}`, value: arm.total },
    { symbol: `n_${suffix}`, value: arm.matured },
  ];
}

function ends(level: number, low: number, high: number) {
  const percent = `${Number((100 * level).toPrecision(6))} %`;
  return [
    { symbol: `${percent} low`, value: low },
    { symbol: `${percent} high`, value: high },
  ];
}
