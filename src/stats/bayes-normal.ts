import { pieces } from './gauss-legendre';
import { type Estimate } from './estimate';
import * as normal from './normal';

/** What is believed before the data: a normal effect of this mean and variance. */
export interface NormalPrior {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The belief about an effect after it was measured; without a prior the measurement itself. With a
 * prior around 0 the effect is shrunken, as overstated winners should be.
 */
export function posterior(measured: Estimate, prior?: NormalPrior): Estimate {
  if (prior === undefined) return measured;
  const precision = 1 / prior.variance + 1 / measured.error ** 2;
  const value = (prior.mean / prior.variance + measured.value / measured.error ** 2) / precision;
  return { value, error: Math.sqrt(1 / precision) };
}

/** The chance that the effect is good: above 0, or below it when `direction` is `down`. */
export function chanceToWin({ value, error }: Estimate, direction: 'up' | 'down' = 'up'): number {
  return normal.lowerTail((direction === 'up' ? value : -value) / error);
}

/** What shipping costs on average in the cases where it is the wrong choice, in the effect's unit. */
export function expectedLoss({ value, error }: Estimate, direction: 'up' | 'down' = 'up'): number {
  const k = (direction === 'up' ? value : -value) / error;
  return Math.max(0, error * (normal.density(k) - k * normal.upperTail(k)));
}

/**
 * For each of several arms the chance that it is the highest of all; they sum to 1. `errors` may not
 * be 0.
 */
export function chancesToBeBest(arms: readonly Estimate[]): number[] {
  return arms.map((arm, i) => {
    const { nodes, weights } = pieces(-9, 9, 12);
    let chance = 0;
    for (let k = 0; k < nodes.length; ++k) {
      const x = arm.value + arm.error * nodes[k]!;
      const beaten = arms.reduce(
        (product, { value, error }, j) =>
          j === i ? product : product * normal.lowerTail((x - value) / error),
        1,
      );
      chance += weights[k]! * normal.density(nodes[k]!) * beaten;
    }
    return chance;
  });
}
