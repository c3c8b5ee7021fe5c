import { Problem } from '../base/problem';
import type { BuyingHistories } from './buying-histories';
import { type FittedNumber, fittedNumbers } from './fitted-number';
import { type BuyingModelName, buyingLikelihood } from './buying-likelihood';
import { type Maximum, highest, maximumLikelihood } from './maximum-likelihood';

/** Purchase rates are gamma (`r`, rate `alpha`), chances to leave after a purchase beta (`a`, `b`). */
export interface BuyingModel {
  readonly name: BuyingModelName;
  readonly r: number;
  /** In the unit of time of the histories. */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export interface BuyingFit {
  readonly model: BuyingModel;
  /** `r`, `alpha`, `a`, `b`. */
  readonly parameters: readonly FittedNumber[];
  readonly logLikelihood: number;
}

const NAMES = ['r', 'alpha', 'a', 'b'] as const;

/** The fewest customers with a repeat purchase from which four numbers are estimated. */
const FEWEST_REPEATERS = 20;

/** Where the search starts: r, a and b; alpha follows from the data. There may be more than one hill. */
const STARTS = [
  [0.5, 0.8, 2.5],
  [0.02, 1, 3],
] as const;

/**
 * The model that makes the histories likeliest. Time may be in any unit: only `alpha` changes with it.
 *
 * @param near  where to look instead of everywhere: the model of most of these customers
 * @throws {Problem} `too-few-repeats` under 20 customers with a repeat purchase
 * @throws {Problem} `model-not-found` when no start leads to a maximum
 * @throws {Problem} `model-leaves-open` when the data say nothing about one of the numbers
 * @see Fader, P. S., Hardie, B. G. S. & Lee, K. L. (2005). "Counting your customers" the easy way: an
 *   alternative to the Pareto/NBD model. Marketing Science 24(2), 275–284.
 * @see Batislam, E. P., Denizel, M. & Filiztekin, A. (2007). Empirical validation and comparison of
 *   models for customer base analysis. International Journal of Research in Marketing 24(3).
 */
export function fitBuying(
  histories: BuyingHistories,
  name: BuyingModelName,
  near?: BuyingModel,
): BuyingFit {
  const perTime = requireRepeats(histories, name);
  const likelihood = buyingLikelihood(histories, name);
  const starts = near
    ? [[near.r, near.alpha, near.a, near.b]]
    : STARTS.map(([r, a, b]) => [r, r / perTime, a, b]);
  const best = highest(starts.map((start) => maximumLikelihood(likelihood, start.map(Math.log))));
  if (!best) throw new Problem('model-not-found', { model: name });
  return fitOf(best, name);
}

function requireRepeats({ repeats, age, customers }: BuyingHistories, name: BuyingModelName) {
  let [repeaters, purchases, time, all] = [0, 0, 0, 0];
  for (let i = 0; i < repeats.length; ++i) {
    const n = customers[i]!;
    all += n;
    if (repeats[i]! > 0) repeaters += n;
    purchases += n * repeats[i]!;
    time += n * age[i]!;
  }
  if (repeaters < FEWEST_REPEATERS) {
    const args = { model: name, repeaters, customers: all, needed: FEWEST_REPEATERS };
    throw new Problem('too-few-repeats', args);
  }
  return purchases / time;
}

function fitOf(found: Maximum, name: BuyingModelName): BuyingFit {
  const parameters = fittedNumbers(found, NAMES, name);
  const [r, alpha, a, b] = parameters.map(({ estimate }) => estimate) as [
    number,
    number,
    number,
    number,
  ];
  return { model: { name, r, alpha, a, b }, parameters, logLikelihood: found.value };
}
