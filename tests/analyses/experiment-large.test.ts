import { describe, expect, it } from 'vitest';
import { NO_CAPS, summaryOf } from '../../src/analyses/experiment/summary';
import { experiment } from '../../src/analyses/experiment/experiment';
import { numbersFor } from '../../src/locale/numbers';

function meanOf(values: readonly number[]) {
  const metrics = [{ name: 'spend', type: 'mean', column: 'spend' }];
  const params = experiment.params.parse({ source: 'shop', control: 'A', metrics });
  const totals = {
    value: Float64Array.from(values),
    denominator: null,
    missing: new Uint8Array(values.length),
    samples: null,
  };
  const everybody = Uint32Array.from(values.keys());
  return summaryOf(params.metrics[0]!, totals as never, [], everybody, NO_CAPS).values;
}

describe('amounts that overflow when squared', () => {
  it.each([[[1, 1e71]], [[-1e160, 1e160]], [[1, Infinity]]])('are a problem: %j', (values) => {
    expect(meanOf(values)).toMatchObject({ kind: 'none', problem: { code: 'values-too-large' } });
  });

  it('are none up to 1e70', () => {
    expect(meanOf([1, 1e70])).toMatchObject({ kind: 'mean' });
  });
});

describe('numbersFor(locale)', () => {
  const n = numbersFor('en');

  it.each([5e-324, 1e-200, 1e18, -1e200, 1.7e308])('writes %d in every way', (value) => {
    const ways = [n.int, n.num, n.pct, n.lift, n.pp, n.signed, n.p];
    for (const way of ways) expect(way(value)).not.toBe('');
    expect(n.money(value, 'EUR')).not.toBe('');
    expect(n.num(value, 330).length).toBeLessThan(60);
  });

  it('gives a zero no minus sign', () => {
    expect(n.pct(-0.0000001, 1)).toBe('0.0 %');
    expect(n.lift(-0.0000001)).toBe('0.0 %');
    expect(n.pct(-0.01, 1)).toBe('−1.0 %');
  });

  it('writes a p-value with its sign', () => {
    expect(n.pIs(0.00155)).toBe('p = 0.00155');
    expect(n.pIs(1e-13)).toBe('p < 1e-12');
  });
});
