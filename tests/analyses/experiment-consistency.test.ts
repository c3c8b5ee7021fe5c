import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/analyses/analysis';
import { experiment } from '../../src/analyses/experiment/experiment';
import type { Cohort } from '../../src/analyses/experiment/cohort';
import type { Comparison } from '../../src/analyses/experiment/result';

const scope: Scope = {
  timezone: 'UTC',
  weekStart: 'monday',
  completeThrough: Infinity,
  range: null,
  seed: 1,
  columnUnits: {},
};

/** Users of three arms with values of several metrics, as aggregate would leave them. */
function cohort(sizes: readonly number[], values: readonly (readonly number[])[][]): Cohort {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return {
    arms: ['A', 'B', 'C'].slice(0, sizes.length),
    users: Uint32Array.from({ length: total }, (_, i) => i),
    arm: Int32Array.from(sizes.flatMap((size, arm) => new Array<number>(size).fill(arm))),
    several: new Uint8Array(total),
    severalAtClose: new Uint8Array(total),
    row: new Uint32Array(0),
    time: new Float64Array(0),
    out: new Uint8Array(total),
    exposure: { row: new Uint32Array(0), time: new Float64Array(0) },
    withoutVariant: 0,
    measures: values.map((arms) => ({
      value: Float64Array.from(arms.flat()),
      denominator: null,
      missing: new Uint32Array(total),
      samples: null,
      covariates: [],
      before: null,
      steps: null,
      daily: null,
      closed: null,
    })),
    segments: [],
    duplicates: 0,
    repeated: 0,
  };
}

const size = fc.integer({ min: 100, max: 400 });

/** Metrics of two or three arms: shares, and amounts that most users have none of. */
const table = fc
  .tuple(
    fc.array(size, { minLength: 2, maxLength: 3 }),
    fc.array(fc.constantFrom('proportion', 'mean'), { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  )
  .map(([sizes, types, seed]) => {
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const values = types.map((type) =>
      sizes.map((users) => {
        const rate = 0.05 + 0.3 * random();
        return Array.from({ length: users }, () => {
          if (random() >= rate) return 0;
          return type === 'proportion' ? 1 : Math.ceil(-20 * Math.log(1 - random()));
        });
      }),
    );
    return { types, cohort: cohort(sizes, values) };
  });

const choice = fc.record({
  alpha: fc.constantFrom(0.01, 0.05, 0.2),
  correction: fc.constantFrom('holm', 'bh', 'bonferroni', 'none', { preferred: 'm1' }),
  looks: fc.constantFrom('fixed', 'always-valid'),
});

function excludesZero({ low, high }: Comparison['difference']): boolean {
  return low! > 0 || high! < 0;
}

describe('p, intervals, state and verdict', () => {
  it('never contradict one another, whatever the correction', () => {
    let clear = 0;
    fc.assert(
      fc.property(table, choice, ({ types, cohort }, given) => {
        const params = experiment.params.parse({
          source: 'x',
          variant: 'arm',
          control: 'A',
          ...given,
          metrics: types.map((type, i) => ({
            name: `m${i + 1}`,
            type,
            column: 'x',
            role: 'goal',
            direction: i % 2 === 0 ? 'up' : 'down',
          })),
        });
        const { metrics, verdict } = experiment.infer([cohort], params, scope);
        for (const { direction, comparisons } of metrics) {
          for (const { p, pAdjusted, level, difference, lift, state } of comparisons) {
            if (pAdjusted === null) continue;
            // A hair's breadth around alpha is left to rounding.
            if (Math.abs(pAdjusted / given.alpha - 1) < 1e-9) continue;
            const isClear = pAdjusted < given.alpha;
            if (isClear) ++clear;
            expect(excludesZero(difference)).toBe(isClear);
            if (lift.estimate !== null) expect(excludesZero(lift)).toBe(isClear);
            expect(pAdjusted).toBeGreaterThanOrEqual(p! * (1 - 1e-12));
            expect(level).toBeGreaterThanOrEqual((1 - given.alpha) * (1 - 1e-12));
            if (state === 'not-enough') continue;
            const isUp = difference.estimate! > 0;
            const isGood = isUp === (direction === 'up');
            expect(state).toBe(isClear ? (isGood ? 'better' : 'worse') : 'unclear');
          }
        }
        for (const { arm, decision } of verdict.arms) {
          const states = metrics.map(
            ({ comparisons }) => comparisons.find((each) => each.arm === arm)!.state,
          );
          if (decision === 'ship') expect(states).toContain('better');
          if (decision === 'ship') expect(states).not.toContain('worse');
          if (decision === 'do-not-ship') expect(states).toContain('worse');
          if (decision === 'inconclusive' && !states.includes('worse')) {
            expect(states).not.toContain('better');
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(clear).toBeGreaterThan(50);
  });
});
