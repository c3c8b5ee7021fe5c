import jStat from 'jstat';
import { Problem } from '../base/problem';
import { digamma, trigamma } from './digamma';
import { type FittedNumber, fittedNumbers } from './fitted-number';
import { LikelihoodSum } from './likelihood-sum';
import { type Likelihood, maximumLikelihood } from './maximum-likelihood';

/** Customers with a repeat purchase: how many such purchases, and their mean value. */
export interface Spending {
  /** Whole numbers from 1 on. */
  readonly purchases: ArrayLike<number>;
  /** Above 0. */
  readonly mean: ArrayLike<number>;
}

/** Values of a purchase are gamma with shape `p`; their rates among customers gamma (`q`, rate `v`). */
export interface SpendingModel {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

export interface SpendingFit {
  readonly model: SpendingModel;
  /** `p`, `q`, `v`. */
  readonly parameters: readonly FittedNumber[];
  readonly logLikelihood: number;
  /** The correlation of how often with how much, which the model takes to be 0; null where one of them never varies. */
  readonly correlation: number | null;
}

const NAMES = ['p', 'q', 'v'] as const;

const FEWEST_CUSTOMERS = 20;

/** p, q, and v as a part of the average. */
const STARTS = [
  [2, 3, 2],
  [20, 5, 0.5],
] as const;

/**
 * What a purchase is worth, customer by customer: the gamma–gamma model, which takes how often a
 * customer buys and how much for as independent.
 *
 * @throws {Problem} `too-few-spenders` under 20 customers, `same-spending` when all spend the same
 * @throws {Problem} `model-not-found` when there is no maximum, `model-leaves-open` when it leaves a number open
 * @throws {Problem} `spending-without-mean` when q ≤ 1: the mean over customers is infinite
 * @see Fader, P. S. & Hardie, B. G. S. (2013). The gamma-gamma model of monetary value.
 */
export function fitSpending(spending: Spending): SpendingFit {
  const { purchases, mean } = spending;
  const customers = mean.length;
  if (customers < FEWEST_CUSTOMERS) {
    throw new Problem('too-few-spenders', { customers, needed: FEWEST_CUSTOMERS });
  }
  const average = Array.from(mean).reduce((sum, value) => sum + value, 0) / customers;
  if (Array.from(mean).every((value) => value === mean[0])) {
    throw new Problem('same-spending', { value: mean[0]! });
  }
  const likelihood = spendingLikelihood(spending);
  const starts = STARTS.map(([p, q, share]) => [p, q, average * share].map(Math.log));
  const best =
    maximumLikelihood(likelihood, starts[0]!) ?? maximumLikelihood(likelihood, starts[1]!);
  if (!best) throw new Problem('model-not-found', { model: 'gamma-gamma' });
  const parameters = fittedNumbers(best, NAMES, 'gamma-gamma');
  const [p, q, v] = parameters.map(({ estimate }) => estimate) as [number, number, number];
  if (q <= 1) throw new Problem('spending-without-mean', { q });
  return {
    ...{ model: { p, q, v }, parameters, logLikelihood: best.value },
    correlation: correlationOf(purchases, mean),
  };
}

/** The mean value of a customer's purchases, drawn towards that of all; of one without a repeat, that of all. */
export function expectedValue({ p, q, v }: SpendingModel, purchases: number, mean: number): number {
  return (p * (purchases * mean + v)) / (p * purchases + q - 1);
}

/** The log-likelihood over the logarithms of p, q and v; gamma functions once for each number of purchases. */
function spendingLikelihood({ purchases, mean }: Spending): (at: readonly number[]) => Likelihood {
  const having = new Map<number, { customers: number; logMean: number }>();
  for (let i = 0; i < mean.length; ++i) {
    const { customers = 0, logMean = 0 } = having.get(purchases[i]!) ?? {};
    having.set(purchases[i]!, {
      customers: customers + 1,
      logMean: logMean + Math.log(mean[i]!),
    });
  }
  return (at) => {
    const parameters = at.map(Math.exp) as [number, number, number];
    const sum = new LikelihoodSum(3);
    for (const [x, { customers, logMean }] of having)
      addShapes(sum, x, customers, logMean, parameters);
    for (let i = 0; i < mean.length; ++i) addTotal(sum, purchases[i]!, mean[i]!, parameters);
    return sum.overLogarithms(parameters);
  };
}

/** What customers with x purchases share: the gamma functions, and what their values add up to. */
function addShapes(
  sum: LikelihoodSum,
  x: number,
  n: number,
  logMean: number,
  [p, q]: readonly [number, number, number],
): void {
  const { gradient: g, hessian: h } = sum;
  const { gammaln } = jStat;
  const all = p * x + q;
  sum.value += n * (gammaln(all) - gammaln(p * x) - gammaln(q) + p * x * Math.log(x));
  sum.value += (p * x - 1) * logMean;
  g[0]! += n * x * (digamma(all) - digamma(p * x) + Math.log(x)) + x * logMean;
  g[1]! += n * (digamma(all) - digamma(q));
  h[0]! += n * x ** 2 * (trigamma(all) - trigamma(p * x));
  h[3]! += n * x * trigamma(all);
  h[4]! += n * (trigamma(all) - trigamma(q));
}

/** q·ln v − (px+q)·ln(x·m + v) of one customer. */
function addTotal(
  sum: LikelihoodSum,
  x: number,
  mean: number,
  [p, q, v]: readonly [number, number, number],
): void {
  const { gradient: g, hessian: h } = sum;
  const total = x * mean + v;
  const shape = p * x + q;
  const logTotal = Math.log(total);
  sum.value += q * Math.log(v) - shape * logTotal;
  g[0]! -= x * logTotal;
  g[1]! += Math.log(v) - logTotal;
  g[2]! += q / v - shape / total;
  h[6]! -= x / total;
  h[7]! += 1 / v - 1 / total;
  h[8]! += shape / total ** 2 - q / v ** 2;
}

function correlationOf(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const n = a.length;
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((s, x) => s + x, 0) / n;
  const [ma, mb] = [mean(a), mean(b)];
  let [aa, ab, bb] = [0, 0, 0];
  for (let i = 0; i < n; ++i) {
    aa += (a[i]! - ma) ** 2;
    ab += (a[i]! - ma) * (b[i]! - mb);
    bb += (b[i]! - mb) ** 2;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : null;
}
