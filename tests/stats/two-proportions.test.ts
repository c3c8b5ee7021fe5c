import { describe, expect, it } from 'vitest';
import { agrestiCaffo } from '../../src/stats/agresti-caffo';
import { barnardP } from '../../src/stats/barnard';
import { fisherP } from '../../src/stats/fisher';
import type { Interval } from '../../src/stats/interval';
import { miettinenNurminen } from '../../src/stats/miettinen-nurminen';
import { newcombe } from '../../src/stats/newcombe';
import type { Proportion } from '../../src/stats/proportion';
import reference from '../reference/proportions.json';
import { expectClose } from './expect-close';

const named = reference.cases.map((c) => ({
  ...c,
  name: `${c.control.successes}/${c.control.n} against ${c.treatment.successes}/${c.treatment.n}`,
}));

describe('the named alternatives to the score test', () => {
  it.each(named)(
    'Newcombe’s interval matches statsmodels: $name',
    ({ control, treatment, newcombe: expected }) => {
      const actual = newcombe(control, treatment);
      expectClose(actual.low, expected[0]!, 1e-8);
      expectClose(actual.high, expected[1]!, 1e-8);
    },
  );

  it.each(named)('Agresti and Caffo’s interval matches statsmodels: $name', (c) => {
    const actual = agrestiCaffo(c.control, c.treatment);
    expectClose(actual.low, c.agrestiCaffo[0]!, 1e-8);
    expectClose(actual.high, c.agrestiCaffo[1]!, 1e-8);
  });

  it.each(named)('Fisher’s p matches scipy: $name', ({ control, treatment, fisher }) => {
    expectClose(fisherP(control, treatment), fisher, 1e-8);
  });

  it.each(named.filter(({ barnard }) => barnard !== null))(
    'Barnard’s p matches exact enumeration: $name',
    ({ control, treatment, barnard }) => {
      expectClose(barnardP(control, treatment), barnard!, 1e-6);
    },
  );

  it.each(named)('Miettinen and Nurminen’s interval matches 50-digit arithmetic: $name', (c) => {
    const actual = miettinenNurminen(c.control, c.treatment);
    expectClose(actual.low, c.miettinenNurminen[0]!);
    expectClose(actual.high, c.miettinenNurminen[1]!);
  });

  it('Miettinen and Nurminen’s interval holds Mee’s inside it', () => {
    for (const { control, treatment, mee } of named) {
      const actual = miettinenNurminen(control, treatment);
      expect(actual.low).toBeLessThanOrEqual(mee[0]!);
      expect(actual.high).toBeGreaterThanOrEqual(mee[1]!);
    }
  });

  it.each([newcombe, agrestiCaffo, miettinenNurminen])(
    '%o changes only its sign when the arms are swapped',
    (interval: (a: Proportion, b: Proportion) => Interval) => {
      const a = { n: 80, successes: 3 };
      const b = { n: 55, successes: 9 };
      const forth = interval(a, b);
      const back = interval(b, a);
      expect(back.low).toBeCloseTo(-forth.high, 12);
      expect(back.high).toBeCloseTo(-forth.low, 12);
    },
  );

  it('the exact p of the most even table is 1', () => {
    expect(fisherP({ n: 10, successes: 5 }, { n: 10, successes: 5 })).toBe(1);
    expect(barnardP({ n: 10, successes: 5 }, { n: 10, successes: 5 })).toBe(1);
  });
});
