import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBuying } from '../../src/stats/bg-nbd';
import type { BuyingModelName } from '../../src/stats/buying-likelihood';
import {
  type BuyingHistory,
  chanceThere,
  expectedFurther,
  expectedPurchases,
} from '../../src/stats/buying-forecast';
import { type BuyingHistories, groupedHistories } from '../../src/stats/buying-histories';
import { buyingLikelihood } from '../../src/stats/buying-likelihood';
import { digamma, trigamma } from '../../src/stats/digamma';
import { expectedValue, fitSpending } from '../../src/stats/gamma-gamma';
import { gaussHypergeometric } from '../../src/stats/gauss-hypergeometric';
import reference from '../reference/buying.json';
import { expectClose } from './expect-close';

const { repeats, last, age } = reference;

const histories = (unit = 7) => groupedHistories(repeats, last, age, unit);

function estimates(name: BuyingModelName, of: BuyingHistories = histories()): readonly number[] {
  return fitBuying(of, name).parameters.map(({ estimate }) => estimate);
}

describe.each([
  ['bg-nbd', reference.bg, reference.bgExpected],
  ['mbg-nbd', reference.mbg, reference.mbgExpected],
] as const)('fitBuying(histories, %s)', (name, expected, purchases) => {
  it('finds what optim() finds on the likelihood of the paper, with its standard errors', () => {
    const { parameters, logLikelihood } = fitBuying(histories(), name);
    expectClose(logLikelihood, expected.logLikelihood, 1e-10);
    parameters.forEach(({ estimate, error, low, high }, i) => {
      expectClose(estimate, expected.parameters[i]!, 1e-4);
      expectClose(error, expected.errors[i]!, 2e-3);
      expect(low).toBeGreaterThan(0);
      expectClose(low * high, estimate ** 2);
    });
  });

  it('expects of a new customer what integrating over all customers gives', () => {
    const { model } = fitBuying(histories(), name);
    reference.times.forEach((time, i) => {
      expectClose(expectedPurchases(model, time), purchases[i]!, 1e-4);
    });
  });

  it('changes alpha alone with the unit of time', () => {
    const [r, alpha, a, b] = estimates(name);
    const [r1, alpha1, a1, b1] = estimates(name, histories(1));
    expectClose(alpha1!, 7 * alpha!, 1e-6);
    [r1, a1, b1].forEach((each, i) => expectClose(each!, [r, a, b][i]!, 1e-6));
  });

  it('does not care whether equal histories stand together', () => {
    const apart: BuyingHistories = {
      repeats: Float64Array.from(repeats),
      last: Float64Array.from(last, (days) => days / 7),
      age: Float64Array.from(age, (days) => days / 7),
      customers: new Float64Array(repeats.length).fill(1),
    };
    estimates(name, apart).forEach((each, i) => expectClose(each, estimates(name)[i]!, 1e-7));
  });

  it('has the slopes that differences have', () => {
    const likelihood = buyingLikelihood(histories(), name);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1.5, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (at) => {
          const { gradient, hessian } = likelihood(at);
          const step = 1e-5;
          at.forEach((_, i) => {
            const moved = (by: number) =>
              likelihood(at.map((value, j) => (i === j ? value + by : value)));
            const [up, down] = [moved(step), moved(-step)];
            const slope = (up.value - down.value) / (2 * step);
            expect(Math.abs(slope - gradient[i]!)).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
            at.forEach((_, j) => {
              const bend = (up.gradient[j]! - down.gradient[j]!) / (2 * step);
              expect(Math.abs(bend - hessian[i]![j]!)).toBeLessThan(1e-4 * (1 + Math.abs(bend)));
            });
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('expects of everybody together what it expects of a new customer', () => {
    // Of customers as old as the data: what was bought and what will be is what comes in both times.
    const { model } = fitBuying(histories(), name);
    const whole = expectedPurchases(model, 30) - expectedPurchases(model, 20);
    expect(whole).toBeGreaterThan(0);
    const fresh = expectedFurther(model, { repeats: 0, last: 0, age: 0 }, 20);
    expectClose(fresh, expectedPurchases(model, 20), 1e-9);
  });

  it('thinks less of customers the longer they are silent', () => {
    const { model } = fitBuying(histories(), name);
    const customer = (age: number): BuyingHistory => ({ repeats: 3, last: 10, age });
    fc.assert(
      fc.property(
        fc.double({ min: 10, max: 100, noNaN: true }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        (age, more) => {
          const [now, later] = [age, age + more].map((each) => chanceThere(model, customer(each)));
          expect(later!).toBeLessThan(now!);
          const [soon, late] = [age, age + more].map((each) =>
            expectedFurther(model, customer(each), 13),
          );
          expect(late!).toBeLessThan(soon!);
        },
      ),
    );
  });
});

describe('fitBuying', () => {
  it('refuses where hardly anybody bought again', () => {
    const few = groupedHistories([1, 0, 0, 2], [7, 0, 0, 14], [70, 70, 70, 70], 7);
    expect(() => fitBuying(few, 'bg-nbd')).toThrowError(
      expect.objectContaining({
        code: 'too-few-repeats',
        args: { model: 'bg-nbd', repeaters: 2, customers: 4, needed: 20 },
      }),
    );
  });

  it('refuses where all customers are alike, because any number fits as well', () => {
    const alike = groupedHistories(
      new Array(60).fill(3) as number[],
      new Array(60).fill(80) as number[],
      new Array(60).fill(100) as number[],
      7,
    );
    expect(() => fitBuying(alike, 'bg-nbd')).toThrowError(
      expect.objectContaining({ code: expect.stringMatching(/^model-/) as string }),
    );
  });

  it('cannot tell whether who bought once is still there, unless they may leave at once', () => {
    const once: BuyingHistory = { repeats: 0, last: 0, age: 30 };
    expect(chanceThere(fitBuying(histories(), 'bg-nbd').model, once)).toBe(1);
    const chance = chanceThere(fitBuying(histories(), 'mbg-nbd').model, once);
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThan(1);
  });

  it('passes smoothly through a = 1', () => {
    const at = (a: number) => expectedPurchases({ name: 'bg-nbd', r: 0.5, alpha: 4, a, b: 2 }, 20);
    expectClose(at(1), (at(0.999) + at(1.001)) / 2, 1e-5);
  });
});

describe('groupedHistories', () => {
  it('counts equal ones together and loses nobody', () => {
    const {
      repeats: x,
      customers,
      age: ages,
      last: lasts,
    } = groupedHistories([0, 2, 0, 2, 2], [0, 14, 0, 14, 7], [70, 70, 70, 70, 70], 7);
    expect([...x]).toEqual([0, 2, 2]);
    expect([...lasts]).toEqual([0, 1, 2]);
    expect([...ages]).toEqual([10, 10, 10]);
    expect([...customers]).toEqual([2, 1, 2]);
  });
});

describe('fitSpending', () => {
  const kept = reference.repeats.flatMap((x, i) => (x > 0 ? [[x, reference.value[i]!]] : []));
  const spending = {
    purchases: kept.map(([x]) => x!),
    mean: kept.map(([, mean]) => mean!),
  };

  it('finds what optim() finds, with its standard errors', () => {
    const { parameters, logLikelihood } = fitSpending(spending);
    expectClose(logLikelihood, reference.spending.logLikelihood, 1e-10);
    parameters.forEach(({ estimate, error }, i) => {
      expectClose(estimate, reference.spending.parameters[i]!, 1e-3);
      expectClose(error, reference.spending.errors[i]!, 5e-3);
    });
  });

  it('changes v alone with the currency', () => {
    const cents = { ...spending, mean: spending.mean.map((mean) => 100 * mean) };
    const [{ model: a }, { model: b }] = [fitSpending(spending), fitSpending(cents)];
    expectClose(b.v, 100 * a.v, 1e-6);
    expectClose(b.p, a.p, 1e-6);
    expectClose(b.q, a.q, 1e-6);
  });

  it('draws a customer towards all others, the less the more they bought', () => {
    const { model } = fitSpending(spending);
    const mean = (model.p * model.v) / (model.q - 1);
    expectClose(expectedValue(model, 0, 0), mean);
    const [few, many] = [1, 100].map((count) => expectedValue(model, count, 10 * mean));
    expect(few!).toBeGreaterThan(mean);
    expect(many!).toBeGreaterThan(few!);
    expect(many!).toBeLessThan(10 * mean);
  });

  it('refuses equal values, few customers and a mean without limit', () => {
    const equal = { purchases: spending.purchases, mean: spending.mean.map(() => 10) };
    expect(() => fitSpending(equal)).toThrowError(
      expect.objectContaining({ code: 'same-spending' }),
    );
    const few = { purchases: [1, 2], mean: [10, 20] };
    expect(() => fitSpending(few)).toThrowError(
      expect.objectContaining({ code: 'too-few-spenders', args: { customers: 2, needed: 20 } }),
    );
    const wild = {
      purchases: Array.from({ length: 60 }, () => 3),
      mean: Array.from({ length: 60 }, (_, i) => Math.exp(6 * Math.sin(i * i) - i / 5)),
    };
    expect(() => fitSpending(wild)).toThrowError(
      expect.objectContaining({
        code: expect.stringMatching(/^(spending-without-mean|model-)/) as string,
      }),
    );
  });
});

describe('the functions behind the models', () => {
  it('has the digamma and trigamma of the tables', () => {
    expectClose(digamma(1), -0.5772156649015329, 1e-12);
    expectClose(digamma(0.25), -4.2274535333762654, 1e-12);
    expectClose(trigamma(1), Math.PI ** 2 / 6, 1e-12);
    expectClose(trigamma(0.5), Math.PI ** 2 / 2, 1e-12);
  });

  it('steps by 1/x and 1/x²', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (x) => {
        expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 9);
        expectClose(trigamma(x) - trigamma(x + 1), 1 / x ** 2, 1e-6);
      }),
    );
  });

  it('knows ₂F₁ where it is elementary', () => {
    for (const z of [0, 0.3, 0.9, 0.99]) {
      expectClose(gaussHypergeometric(2, 3, 3, z), (1 - z) ** -2, 1e-10);
      if (z > 0) expectClose(gaussHypergeometric(1, 1, 2, z), -Math.log1p(-z) / z, 1e-10);
    }
  });
});

const SUMMARY = '../shared/data/cdnow/cdnow_customers_summary.csv';
const isMissing = !existsSync(SUMMARY);
if (isMissing) console.log(`skipped: ${SUMMARY} is not here`);

describe.skipIf(isMissing)('CDNOW', () => {
  it('has the numbers of Fader, Hardie and Lee', () => {
    interface Golden {
      readonly params: Readonly<Record<string, number>>;
      readonly log_likelihood: number;
      readonly expected_purchases_by_t: Readonly<Record<string, number>>;
      readonly examples: readonly {
        readonly frequency: number;
        readonly recency: number;
        readonly T: number;
        readonly p_alive: number;
        readonly expected_next_39: number;
      }[];
      readonly sum_expected_next_39: number;
    }
    const golden = (
      JSON.parse(readFileSync('../shared/golden/cdnow.json', 'utf8')) as { bg_nbd: Golden }
    ).bg_nbd;
    const rows = readFileSync(SUMMARY, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number) as [number, number, number, number]);
    const all = rows.map(([, repeats, last, age]) => ({ repeats, last, age }));
    const { model, parameters, logLikelihood } = fitBuying(
      {
        repeats: Float64Array.from(all, (each) => each.repeats),
        last: Float64Array.from(all, (each) => each.last),
        age: Float64Array.from(all, (each) => each.age),
        customers: new Float64Array(all.length).fill(1),
      },
      'bg-nbd',
    );
    for (const { name, estimate } of parameters) expectClose(estimate, golden.params[name]!, 1e-6);
    expectClose(logLikelihood, golden.log_likelihood, 1e-12);
    for (const [time, expected] of Object.entries(golden.expected_purchases_by_t)) {
      expectClose(expectedPurchases(model, Number(time)), expected, 1e-6);
    }
    for (const example of golden.examples) {
      const history = { repeats: example.frequency, last: example.recency, age: example.T };
      expectClose(chanceThere(model, history), example.p_alive, 1e-6);
      expectClose(expectedFurther(model, history, 39), example.expected_next_39, 1e-6);
    }
    const total = all.reduce((sum, history) => sum + expectedFurther(model, history, 39), 0);
    expectClose(total, golden.sum_expected_next_39, 1e-6);
  });
});
