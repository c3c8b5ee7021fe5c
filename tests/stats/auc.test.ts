import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auc, aucPair } from '../../src/stats/auc';

interface Case {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly happened: readonly number[];
  readonly area: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
  readonly difference: number;
  readonly differenceLow: number;
  readonly differenceHigh: number;
  readonly p: number;
}

const cases = JSON.parse(readFileSync('tests/reference/auc.json', 'utf8')) as readonly Case[];

describe('auc', () => {
  it.each(cases)('agrees with the pairwise definition, case %#', (given) => {
    const found = auc(given.a, given.happened);
    expect(found.estimate).toBeCloseTo(given.area, 12);
    expect(found.error).toBeCloseTo(given.error, 12);
    expect(found.low).toBeCloseTo(given.low, 12);
    expect(found.high).toBeCloseTo(given.high, 12);
    const gain = aucPair(given.a, given.b, given.happened);
    expect(gain.first.error).toBeCloseTo(given.error, 12);
    expect(gain.second.estimate).toBeCloseTo(auc(given.b, given.happened).estimate, 12);
    expect(gain.difference.estimate).toBeCloseTo(given.difference, 12);
    expect(gain.difference.low).toBeCloseTo(given.differenceLow, 12);
    expect(gain.difference.high).toBeCloseTo(given.differenceHigh, 12);
    expect(gain.p).toBeCloseTo(given.p, 12);
  });

  it('counts the pairs that a person can count', () => {
    // 3 and 1 happened; 2 and 1 did not: 3 beats both, 1 loses to 2 and ties with 1.
    expect(auc([3, 1, 2, 1], [1, 1, 0, 0]).estimate).toBe((1 + 1 + 0 + 0.5) / 4);
  });

  it('is 1 where every score tells, with no error', () => {
    expect(auc([5, 6, 1, 2], [1, 1, 0, 0])).toEqual({ estimate: 1, low: 1, high: 1, error: 0 });
  });

  it('is as far on the other side when scores are turned round, and the same for any rising scale', () => {
    const scores = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.boolean()), {
      minLength: 6,
      maxLength: 40,
    });
    fc.assert(
      fc.property(scores, (list) => {
        const values = [...list.map(([value]) => value), 1, 2, 1, 2];
        const happened = [...list.map(([, is]) => Number(is)), 1, 1, 0, 0];
        const found = auc(values, happened);
        const turned = auc(
          values.map((value) => -value),
          happened,
        );
        const cubes = values.map((value) => value ** 3);
        const cubed = auc(cubes, happened);
        expect(found.estimate + turned.estimate).toBeCloseTo(1, 12);
        expect(found.error).toBeCloseTo(turned.error, 12);
        expect(cubed).toEqual(found);
        expect(aucPair(values, cubes, happened).first.error).toBeCloseTo(found.error, 9);
        expect(aucPair(values, values, happened).difference.estimate).toBe(0);
      }),
    );
  });

  it('needs two of each', () => {
    expect(() => auc([1, 2, 3], [1, 0, 0])).toThrow(
      expect.objectContaining({ code: 'too-few-users' }),
    );
  });
});
