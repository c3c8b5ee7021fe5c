import { describe, expect, it } from 'vitest';
import {
  type PlayerSets,
  type SetSums,
  drawnOrders,
  exactRateShapley,
  meanMarginals,
  sampledRateShapley,
} from '../../src/stats/shapley';

function sets(...members: readonly (readonly number[])[]): PlayerSets {
  const ends = members.reduce<number[]>((all, own) => [...all, all.at(-1)! + own.length], [0]);
  return { offsets: Uint32Array.from(ends), players: Uint32Array.from(members.flat()) };
}

function sums(gains: readonly number[], cases: readonly number[]): SetSums {
  return { gains: Float64Array.from(gains), cases: Float64Array.from(cases) };
}

describe('Shapley values of rates', () => {
  const game = sets([0], [1], [0, 1]);

  it('are what two players add, averaged over both orders', () => {
    // Worths: {} 0, {0} 1/4, {1} 1/2, {0, 1} (1 + 2 + 5)/(4 + 4 + 8) = 1/2.
    const values = exactRateShapley(2, game, sums([1, 2, 5], [4, 4, 8]));
    expect([...values]).toEqual([(1 / 4 + 0) / 2, (1 / 2 + 1 / 4) / 2]);
  });

  it('add up to the rate of all, and give nothing to a player who changes nothing', () => {
    const three = sets([0], [1], [0, 1], [0, 2], [1, 2], [0, 1, 2]);
    const values = exactRateShapley(3, three, sums([3, 1, 4, 2, 2, 5], [9, 8, 7, 9, 8, 7]));
    expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(17 / 48, 14);
    const idle = exactRateShapley(3, sets([0], [1], [0, 1]), sums([1, 2, 5], [4, 4, 8]));
    expect(idle[2]).toBe(0);
  });

  it('are equal for players who are alike', () => {
    const [a, b] = exactRateShapley(2, game, sums([2, 2, 5], [4, 4, 8]));
    expect(a).toBe(b);
  });

  it('are approached by sampled orders as their error says', () => {
    const three = sets([0], [1], [0, 1], [0, 2], [1, 2], [0, 1, 2]);
    const played = sums([3, 1, 4, 2, 2, 5], [9, 8, 7, 9, 8, 7]);
    const exact = exactRateShapley(3, three, played);
    const { values, errors } = sampledRateShapley(3, three, played, { seed: 1, orders: 2000 });
    values.forEach((value, i) => {
      expect(errors[i]).toBeGreaterThan(0);
      expect(Math.abs(value - exact[i]!)).toBeLessThan(4 * errors[i]!);
    });
    expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(17 / 48, 12);
  });

  it('take the same orders for the same seed, whether drawn at once or in parts', () => {
    const three = sets([0], [1, 2]);
    const all = drawnOrders(3, three, 7, 0, 30);
    const part = drawnOrders(3, three, 7, 10, 30);
    expect([...all.order.slice(30)]).toEqual([...part.order]);
    const played = sums([1, 2], [4, 4]);
    const { values } = sampledRateShapley(3, three, played, { seed: 7, orders: 30 });
    meanMarginals(3, all, played).forEach((value, i) => expect(value).toBeCloseTo(values[i]!, 14));
  });
});
