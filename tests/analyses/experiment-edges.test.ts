import { describe, expect, it } from 'vitest';
import { findings } from '../../src/analyses/experiment/findings';
import { experimentOf } from './run';
import { story } from '../events/story';

/** `users` per arm, of whom so many did it. */
function rates(users: number, control: number, treatment: number) {
  const lines = Array.from({ length: users }, (_, i) => [
    `c${i} A ${i < control ? 1 : 0}`,
    `t${i} B ${i < treatment ? 1 : 0}`,
  ]).flat();
  return story(`user:text arm:text paid:number\n${lines.join('\n')}`);
}

function readout(users: number, control: number, treatment: number, params: object) {
  const given = {
    variant: 'arm',
    control: 'A',
    metrics: [{ name: 'paid', type: 'proportion', column: 'paid' }],
    ...params,
  };
  return experimentOf(rates(users, control, treatment), { user: 'user' }, given);
}

describe('an arm in which nobody did it', () => {
  it.each([
    { looks: 'always-valid' },
    { looks: 'always-valid', lift: 'delta' },
    { looks: 'fixed' },
    { looks: 'fixed', lift: 'delta' },
    { looks: { plan: 'pocock', looks: [0.5, 1], users: 8000 } },
  ])('has a lift interval with a width, of which nothing is below −100 %%: %o', (params) => {
    const { result, params: all } = readout(2000, 40, 0, params);
    const [{ lift, difference, state, alwaysValid, fixed }] = result.metrics[0]!.comparisons as [
      (typeof result.metrics)[0]['comparisons'][0],
    ];
    expect(lift.estimate).toBe(-1);
    expect(lift.high! - lift.low!).toBeGreaterThan(0.001);
    expect(difference.high! - difference.low!).toBeGreaterThan(0.001);
    expect(state).toBe('worse');
    for (const half of [alwaysValid?.lift, fixed?.lift]) {
      if (half) expect(half.high! - half.low!).toBeGreaterThan(0.001);
    }
    if (!('lift' in params)) expect(lift.low).toBe(-1);
    const said = findings(result, all).map(({ code }) => code);
    expect(said).toContain('experiment.no-conversions');
  });

  it('is wider than one in which a single user did it is far from nobody', () => {
    const width = (did: number) => {
      const { result } = readout(2000, 40, did, { looks: 'always-valid' });
      const { high, low } = result.metrics[0]!.comparisons[0]!.difference;
      return high! - low!;
    };
    expect(width(0)).toBeLessThan(width(1));
    expect(width(0)).toBeGreaterThan(0.9 * width(1));
  });

  it('against one in which everybody did it is a difference, not a problem', () => {
    const { result } = readout(300, 300, 0, { looks: 'always-valid' });
    const [comparison] = result.metrics[0]!.comparisons;
    expect(comparison).toMatchObject({ state: 'worse', difference: { estimate: -1 } });
    expect(comparison!.p).toBeLessThan(1e-12);
  });

  it('against one in which nobody did it either says so', () => {
    const { result } = readout(300, 0, 0, { looks: 'always-valid' });
    expect(result.metrics[0]!.comparisons[0]).toMatchObject({
      p: null,
      problem: { code: 'same-value', args: { value: 0 } },
    });
  });
});

describe('the lift by the delta method', () => {
  it('says on the page that the difference can say otherwise, and of which metric it does', () => {
    const { result, params } = readout(500, 13, 26, { lift: 'delta' });
    const [{ lift, difference }] = result.metrics[0]!.comparisons as [
      (typeof result.metrics)[0]['comparisons'][0],
    ];
    expect(difference.low).toBeGreaterThan(0);
    expect(lift.low).toBeLessThan(0);
    expect(findings(result, params)).toContainEqual(
      expect.objectContaining({ code: 'experiment.delta-decides', args: { torn: ['paid (B)'] } }),
    );
    const calm = readout(500, 13, 26, {});
    expect(findings(calm.result, calm.params).map(({ code }) => code)).not.toContain(
      'experiment.delta-decides',
    );
  });
});

describe('a ratio that few users carry', () => {
  it('is read as a sample of those: 7 orders of 4 buyers are carried by 49/15 users', () => {
    const spent = [0, 20, 35, 0, 80, 12];
    const orders = [0, 1, 2, 0, 3, 1];
    const lines = spent.flatMap((paid, i) => [
      `c${i} A ${paid} ${orders[i]}`,
      `t${i} B ${2 * paid} ${orders[i]}`,
    ]);
    const { result } = experimentOf(
      story(`user:text arm:text spent:number orders:number\n${lines.join('\n')}`),
      { user: 'user' },
      {
        variant: 'arm',
        control: 'A',
        metrics: [
          {
            name: 'basket',
            type: 'ratio',
            numerator: { column: 'spent' },
            denominator: { column: 'orders' },
          },
        ],
      },
    );
    const [comparison] = result.metrics[0]!.comparisons;
    // 147 over 7 orders is 21; deviations from 21 per order, over the mean of 7/6 orders.
    const squares = [0, -1, -7, 0, 17, -9].reduce((sum, gap) => sum + (gap / (7 / 6)) ** 2, 0);
    const k = 49 / 15;
    const variance = ((squares / 36) * k) / (k - 1);
    expect(comparison!.difference.estimate).toBeCloseTo(21, 12);
    expect(comparison!.statistic).toBeCloseTo(21 / Math.sqrt(variance * 5), 10);
    // Welch: (v + 4v)² / (v² + 16v²) times k − 1.
    expect(comparison!.df).toBeCloseTo((25 / 17) * (k - 1), 10);
  });
});
