import type { Working } from '../analysis';
import type { ExperimentResult } from './result';

/** The error rate that a test of this experiment has, as working shows it: α, or its half under hybrid looks. */
export function alphaFigure({
  alpha,
  alphaOfHalf,
}: Pick<ExperimentResult, 'alpha' | 'alphaOfHalf'>): Working['figures'][number] {
  return { symbol: alphaOfHalf === alpha ? 'α' : 'α/2', value: alphaOfHalf };
}
