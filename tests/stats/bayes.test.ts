import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chanceToWin,
  chancesToBeBest,
  expectedLoss,
  posterior,
} from '../../src/stats/bayes-normal';
import { betaOutcome } from '../../src/stats/beta-binomial';
import reference from '../reference/beta-binomial.json';
import { expectClose } from './expect-close';

describe('betaOutcome(control, treatment, prior)', () => {
  it.each(reference.cases)('matches quadrature: $control against $treatment', (expected) => {
    const prior = expected.prior as [number, number];
    const actual = betaOutcome(expected.control, expected.treatment, prior);
    expectClose(actual.chanceToWin, expected.chanceToWin);
    expectClose(actual.expectedLoss, expected.expectedLoss);
  });

  it('gives chances that sum to 1, and losses that differ by the difference of the means', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 100 }))
      .map(([n, percent]) => ({ n, successes: Math.round((n * percent) / 100) }));
    fc.assert(
      fc.property(share, share, (a, b) => {
        const forth = betaOutcome(a, b);
        const back = betaOutcome(b, a);
        expect(forth.chanceToWin + back.chanceToWin).toBeCloseTo(1, 9);
        const mean = ({ n, successes }: typeof a) => (successes + 1) / (n + 2);
        expect(back.expectedLoss - forth.expectedLoss).toBeCloseTo(mean(b) - mean(a), 9);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a loss that is all but impossible', () => {
  it('is never below 0', () => {
    const outcome = betaOutcome({ n: 1000, successes: 10 }, { n: 1000, successes: 200 });
    expect(outcome.expectedLoss).toBeGreaterThanOrEqual(0);
  });
});

describe('the normal model', () => {
  it('leaves a measurement alone without a prior, and halves it when the prior is as precise', () => {
    const measured = { value: 0.08, error: 0.1 };
    expect(posterior(measured)).toBe(measured);
    const shrunken = posterior(measured, { mean: 0, variance: 0.01 });
    expect(shrunken.value).toBeCloseTo(0.04, 12);
    expect(shrunken.error).toBeCloseTo(Math.sqrt(0.005), 12);
  });

  it('gives half a chance to no effect, and a loss of 0.399 errors', () => {
    expect(chanceToWin({ value: 0, error: 3 })).toBe(0.5);
    expect(expectedLoss({ value: 0, error: 3 })).toBeCloseTo(3 / Math.sqrt(2 * Math.PI), 12);
  });

  it('turns around when lower is better', () => {
    const effect = { value: 0.2, error: 0.1 };
    const mirrored = { value: -0.2, error: 0.1 };
    expect(chanceToWin(effect, 'down')).toBe(chanceToWin(mirrored));
    expect(expectedLoss(effect, 'down')).toBe(expectedLoss(mirrored));
  });

  it('has losses of both choices that differ by the effect', () => {
    const effect = { value: 0.7, error: 0.4 };
    expect(expectedLoss(effect, 'down') - expectedLoss(effect)).toBeCloseTo(0.7, 12);
  });

  it('divides the chance to be best among the arms', () => {
    const arms = [
      { value: 1, error: 0.5 },
      { value: 1.2, error: 0.4 },
      { value: 0.4, error: 0.3 },
    ];
    const chances = chancesToBeBest(arms);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    const [a, b] = chancesToBeBest(arms.slice(0, 2));
    expect(b).toBeCloseTo(chanceToWin({ value: 0.2, error: Math.hypot(0.5, 0.4) }), 9);
    expect(a! + b!).toBeCloseTo(1, 12);
  });
});
