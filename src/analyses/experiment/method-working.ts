import type { Working } from '../analysis';
import { alphaFigure } from './alpha-figure';
import { kindOf } from './metric-kind';
import type { Subject } from './paths';
import type { ExperimentResult } from './result';
import type { Alternative } from './result-details';

/** How each method comes to its number, and who described it. */
const METHODS: Readonly<Record<Alternative['name'], { formula: string; source: string }>> = {
  newcombe: {
    formula:
      'D − √((p_t − l_t)² + (u_c − p_c)²) to D + √((u_t − p_t)² + (p_c − l_c)²), Wilson limits l, u',
    source: 'Newcombe 1998',
  },
  'miettinen-nurminen': {
    formula: 'all D that the score test with the variance · N/(N − 1) does not reject',
    source: 'Miettinen & Nurminen 1985',
  },
  'agresti-caffo': {
    formula: "p'_t − p'_c ± z·√(p'(1 − p')/(n + 2)), p' = (x + 1)/(n + 2)",
    source: 'Agresti & Caffo 2000',
  },
  fisher: {
    formula: 'p = the chance, the margins given, of this table or one no likelier',
    source: 'Fisher 1935',
  },
  barnard: {
    formula: 'p = the greatest chance, over all common rates, of a |z| as large',
    source: 'Barnard 1945',
  },
  delta: {
    formula: 'Var L = s_t²/(n_t·m_c²) + s_c²·m_t²/(n_c·m_c⁴)',
    source: 'Deng, Knoblich & Lu 2018',
  },
  'mann-whitney': {
    formula: 'P(t > c) + ½·P(t = c); z = (U − n_c·n_t/2) / SD(U), ties corrected',
    source: 'Mann & Whitney 1947',
  },
};

/** The formula behind a number by another method. */
export function methodWorking(
  { method, metric, control, treatment, field }: Extract<Subject, { about: 'method' }>,
  result: ExperimentResult,
): Working | null {
  const { p, difference, lift, probability } = method;
  const interval = field === 'difference' ? difference : field === 'lift' ? lift : undefined;
  const value =
    interval?.estimate ?? (field === 'p' ? p : field === 'probability' ? probability : undefined);
  if (value === undefined) return null;
  const isRate = kindOf(metric.type) === 'rate';
  const counts = [[treatment, 't'] as const, [control, 'c'] as const].flatMap(([arm, suffix]) => [
    isRate
      ? { symbol: `x_${suffix}`, value: arm.total }
      : { symbol: `m_${suffix}`, value: arm.value ?? 0 },
    { symbol: `n_${suffix}`, value: arm.matured },
  ]);
  const ends = interval
    ? [
        alphaFigure(result),
        { symbol: 'low', value: interval.low },
        { symbol: 'high', value: interval.high },
      ]
    : [];
  return { ...METHODS[method.name], figures: [...counts, ...ends], value };
}
