import type { Likelihood } from './maximum-likelihood';

/** A log-likelihood that is added up term by term, with its slopes. */
export class LikelihoodSum {
  value = 0;
  readonly gradient: Float64Array;
  /** By rows; only the lower triangle is filled. */
  readonly hessian: Float64Array;

  constructor(readonly size: number) {
    this.gradient = new Float64Array(size);
    this.hessian = new Float64Array(size * size);
  }

  /** The same over the logarithms of the parameters, which are `at`. */
  overLogarithms(at: readonly number[]): Likelihood {
    const { value, gradient, hessian, size } = this;
    const slope = at.map((p, i) => p * gradient[i]!);
    const entry = (i: number, j: number): number => {
      const each = hessian[Math.max(i, j) * size + Math.min(i, j)]!;
      return at[i]! * at[j]! * each + (i === j ? slope[i]! : 0);
    };
    return {
      value,
      gradient: slope,
      hessian: at.map((_, i) => at.map((_, j) => entry(i, j))),
    };
  }
}
