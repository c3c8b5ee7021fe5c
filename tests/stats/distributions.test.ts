import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as beta from '../../src/stats/beta';
import * as binomial from '../../src/stats/binomial';
import * as chiSquare from '../../src/stats/chi-square';
import * as fisherF from '../../src/stats/fisher-f';
import * as gamma from '../../src/stats/gamma';
import * as normal from '../../src/stats/normal';
import * as studentsT from '../../src/stats/students-t';
import * as tukeyRange from '../../src/stats/tukey-range';
import reference from '../reference/large-shapes.json';
import { expectClose } from './expect-close';

interface Point {
  readonly dist: string;
  readonly fn: 'sf' | 'cdf' | 'ppf';
  readonly params: number[];
  readonly x: number;
  readonly value: number;
}

interface RangePoint {
  readonly k: number;
  readonly df: number;
  readonly q: number;
  readonly r_ptukey: number;
}

type Curve = (x: number, ...params: number[]) => number;

/** 60-digit values by mpmath; see the file's own note. */
const GOLDEN = '../shared/golden/distributions.json';
const absent = !existsSync(GOLDEN);
if (absent) console.warn(`Skipped: ${GOLDEN} is not there, so the tails were not compared.`);

const standard =
  (curve: (z: number) => number): Curve =>
  (x, mean = 0, sd = 1) =>
    curve((x - mean) / sd);

/** The tails and quantile of one distribution under the names of the golden file. */
const curves = (of: { upperTail: Curve; lowerTail: Curve; quantile?: Curve }) => ({
  sf: of.upperTail,
  cdf: of.lowerTail,
  ...(of.quantile && { ppf: of.quantile }),
});

const CURVES: Record<string, Partial<Record<Point['fn'], Curve>>> = {
  normal: {
    sf: standard(normal.upperTail),
    cdf: standard(normal.lowerTail),
    ppf: (p, mean = 0, sd = 1) => mean + sd * normal.quantile(p),
  },
  t: curves(studentsT),
  chi2: curves(chiSquare),
  gamma: curves(gamma),
  F: curves(fisherF),
  beta: curves(beta),
  binomial: curves(binomial),
};

function tolerance({ fn, x, value }: Point): number {
  return (fn === 'ppf' ? x : value) >= 1e-15 ? 1e-9 : 1e-6;
}

describe.skipIf(absent)('the distributions', () => {
  const golden: { points: Point[]; studentized_range_sf: RangePoint[] } = absent
    ? { points: [], studentized_range_sf: [] }
    : JSON.parse(readFileSync(GOLDEN, 'utf8'));
  const { points } = golden;

  it('are all read', () => {
    expect(points.length).toBe(1255);
    expect(points.filter(({ dist, fn }) => !CURVES[dist]?.[fn])).toEqual([]);
  });

  it.each(Object.keys(CURVES))('%s is right in the body and 1e-300 into the tail', (name) => {
    const wrong = points
      .filter(({ dist }) => dist === name)
      .map((point) => ({ ...point, ours: CURVES[name]![point.fn]!(point.x, ...point.params) }))
      .filter((p) => !(Math.abs(p.ours - p.value) <= tolerance(p) * Math.abs(p.value)))
      .map(({ fn, params, x, value, ours }) => ({ fn, params, x, value, ours }));
    expect(wrong).toEqual([]);
  });

  it.each(golden.studentized_range_sf)(
    'Tukey’s range agrees with R: $k means, df $df, q $q',
    ({ k, df, q, r_ptukey }) => {
      expect(Math.abs(tukeyRange.upperTail(q, k, df) - r_ptukey)).toBeLessThan(1e-9);
    },
  );
});

describe('the chi-square tails', () => {
  it.each(reference.points)('are right at df $df, x $x', ({ df, x, upper, lower }) => {
    expectClose(chiSquare.upperTail(x, df), upper, upper >= 1e-15 ? 1e-9 : 1e-6);
    expectClose(chiSquare.lowerTail(x, df), lower, lower >= 1e-15 ? 1e-9 : 1e-6);
  });

  it('are 0 and 1 where there is nothing', () => {
    expect(chiSquare.lowerTail(0, 5)).toBe(0);
    expect(chiSquare.upperTail(0, 5)).toBe(1);
    expect(chiSquare.upperTail(Infinity, 500)).toBe(0);
  });
});

describe('Student’s t', () => {
  it('becomes the normal distribution when the degrees of freedom are endless', () => {
    expect(studentsT.twoSidedP(1.96, Infinity)).toBe(normal.twoSidedP(1.96));
    expectClose(studentsT.criticalValue(0.05, 1e13), normal.criticalValue(0.05), 1e-12);
    expectClose(studentsT.criticalValue(0.05, 1e15), normal.criticalValue(0.05), 1e-12);
  });
});

describe('the quantiles', () => {
  it.each([0, 1, -0.5, NaN])('treat p = %s as a bug in the caller', (p) => {
    expect(() => chiSquare.quantile(p, 3)).toThrow(RangeError);
  });

  it('end at 0 where the true one is too small for a number', () => {
    expect(chiSquare.quantile(1e-300, 0.01)).toBe(0);
  });
});
