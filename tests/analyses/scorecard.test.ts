import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { infer } from '../../src/analyses/scorecard/infer';
import { params } from '../../src/analyses/scorecard/params';
import { scorecard } from '../../src/analyses/scorecard/scorecard';
import type { ScorecardResult } from '../../src/analyses/scorecard/result';
import { Problem } from '../../src/base/problem';

function cardOf(...links: readonly object[]): ScorecardResult {
  return infer(null, params.parse({ links }));
}

function oneOf(link: object) {
  return cardOf({ name: 'keep', ...link }).links[0]!;
}

describe('a scorecard', () => {
  it('scores a figure on the straight line from zero to full', () => {
    expect(oneOf({ value: 0.3, full: 0.4 }).score).toEqual({ estimate: expect.closeTo(75, 12) });
    expect(oneOf({ value: 0.25, zero: 0.2, full: 0.4 }).score.estimate).toBeCloseTo(25, 12);
    expect(oneOf({ value: 0.25, zero: 0.2, full: 0.4 }).needed).toBeCloseTo(0.36, 12);
  });

  it('never scores below 0 nor above 100', () => {
    expect(oneOf({ value: 0.5, full: 0.4 }).score.estimate).toBe(100);
    expect(oneOf({ value: -1, full: 0.4 }).score.estimate).toBe(0);
  });

  it('scores less as better where full lies below zero', () => {
    const link = oneOf({ value: { rate: 0.1, low: 0.05, high: 0.2 }, zero: 0.5, full: 0 });
    expect(link.score).toEqual({ estimate: 80, low: 60, high: 90 });
    expect(link.needed).toBeCloseTo(0.1, 12);
  });

  it('says that it is not sure where the interval holds the line', () => {
    const state = (low: number, high: number) =>
      oneOf({ value: { estimate: (low + high) / 2, low, high }, full: 1 }).state;
    expect(state(0.8, 0.9)).toBe('reached');
    expect(state(0.79, 0.9)).toBe('unclear');
    expect(state(0.7, 0.8)).toBe('unclear');
    expect(state(0.7, 0.79)).toBe('below');
    expect(oneOf({ value: 0.8, full: 1 }).state).toBe('reached');
    expect(oneOf({ value: 0.79, full: 1 }).state).toBe('below');
  });

  it('takes the number of a result by its name, an estimate before a value', () => {
    expect(oneOf({ value: { ratio: 0.5, value: 900, cost: 1800 }, full: 1 }).score.estimate).toBe(
      50,
    );
    expect(oneOf({ value: { users: 3, share: 0.2 }, full: 1 }).figure).toEqual({ estimate: 0.2 });
  });

  it('counts links and names the weakest, and leaves out what has no number', () => {
    const problem = { code: 'too-few-answers', args: { answers: 3, needed: 30 } };
    const card = cardOf(
      { name: 'keep', value: 0.9, full: 1 },
      { name: 'refer', value: 0.2, full: 1 },
      { name: 'experience', value: { estimate: null, low: null, high: null, problem }, full: 50 },
      { name: 'content', value: null, full: 1 },
    );
    expect(card).toMatchObject({ scored: 2, reached: 1, weakest: 'refer' });
    const unsure = { estimate: 0.9, low: 0.7, high: 1 };
    expect(cardOf({ name: 'keep', value: unsure, full: 1 })).toMatchObject({ reached: 0 });
    expect(card.links[2]).toMatchObject({ state: 'unknown', score: { estimate: null, problem } });
    expect(card.links[3]!.score).toMatchObject({ problem: { code: 'no-number' } });
    const codes = scorecard.findings(
      card,
      params.parse({ links: [{ name: 'a', value: 1, full: 2 }] }),
    );
    expect(codes.map(({ code }) => code)).toEqual(['scorecard.unknown', 'scorecard.some']);
  });

  it('says that a link moved only where the interval of the change leaves 0 out', () => {
    const before = { rate: 0.2, low: 0.17, high: 0.23 };
    const moved = (estimate: number, full = 1, zero = 0) =>
      oneOf({
        value: { rate: estimate, low: estimate - 0.04, high: estimate + 0.04 },
        ...{ before, zero, full },
      }).moved!;
    // The half width of the change is √(0.04² + 0.03²) = 0.05.
    expect(moved(0.26)).toMatchObject({ state: 'better', points: expect.closeTo(6, 9) });
    expect(moved(0.24).state).toBe('unclear');
    expect(moved(0.14).state).toBe('worse');
    expect(moved(0.26, 0, 1).state).toBe('worse');
    expect(oneOf({ value: 0.9, before: 0.1, full: 1 }).moved!.state).toBe('unclear');
    expect(oneOf({ value: 0.9, before: null, full: 1 }).moved).toBeNull();
  });

  it('is placed at the link that is wrong', () => {
    const wrong = (...links: readonly object[]): unknown => {
      try {
        return cardOf({ name: 'keep', value: 1, full: 2 }, ...links);
      } catch (error) {
        return error instanceof Problem ? [error.code, error.at.path] : error;
      }
    };
    expect(wrong({ name: 'keep', value: 1, full: 2 })).toEqual(['link-twice', 'links[1].name']);
    expect(wrong({ name: 'a', value: 1, full: 0 })).toEqual(['zero-is-full', 'links[1].full']);
    expect(wrong({ name: 'a', value: { users: 3 }, full: 1 })).toEqual([
      'no-figure',
      'links[1].value',
    ]);
  });

  it('gives the same scores in any unit of the figure', () => {
    const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(number, number, number, factor, number, (x, zero, width, by, shift) => {
        const full = zero + (Math.abs(width) < 1 ? 1 : width);
        const moved = (value: number): number => by * value + shift;
        const plain = oneOf({ value: x, zero, full }).score.estimate!;
        const other = oneOf({ value: moved(x), zero: moved(zero), full: moved(full) });
        expect(other.score.estimate!).toBeCloseTo(plain, 5);
      }),
    );
  });
});
