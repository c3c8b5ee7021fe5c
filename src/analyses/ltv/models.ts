import { Problem } from '../../base/problem';
import { type BuyingFit, type BuyingModel, fitBuying } from '../../stats/bg-nbd';
import { type SpendingFit, fitSpending } from '../../stats/gamma-gamma';
import { orProblem } from '../or-problem';
import { dateOfDay } from '../purchases';
import { type Histories, grouped } from './histories';
import type { LtvParams } from './params';
import type { ModelResult, SpendingResult } from './result';

/** Days of a unit of time; of a month the mean. */
export const UNIT_DAYS = { day: 1, week: 7, month: 30.4375 } as const;

/** A model of the histories through a day, and what is said of it. */
export interface FittedModel {
  /** Null where there is none. */
  readonly fit: BuyingFit | null;
  readonly result: ModelResult;
}

/** Who buys how often, as the histories tell; `near` is where to look first. */
export function buyingModel(
  histories: Histories,
  through: number,
  { model: name, timeUnit }: LtvParams,
  near?: BuyingModel,
): FittedModel | null {
  if (name === 'none') return null;
  const found = orProblem(() => fitBuying(grouped(histories, UNIT_DAYS[timeUnit]), name, near));
  const about = {
    ...{ name, timeUnit, through: dateOfDay(through) },
    customers: histories.repeats.length,
    repeaters: histories.repeats.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0),
  };
  if (found instanceof Problem) {
    const missing = { parameters: [], logLikelihood: null, problem: found.toJSON() };
    return { fit: null, result: { ...about, ...missing } };
  }
  const { parameters, logLikelihood } = found;
  return { fit: found, result: { ...about, parameters, logLikelihood } };
}

/** What a purchase is worth, as the repeat purchases tell. */
export function spendingModel({ repeats, spent }: Histories): {
  readonly fit: SpendingFit | null;
  readonly result: SpendingResult;
} {
  const purchases: number[] = [];
  const mean: number[] = [];
  let withoutValue = 0;
  for (let i = 0; i < repeats.length; ++i) {
    if (repeats[i] === 0) continue;
    if (!(spent[i]! > 0)) {
      ++withoutValue;
      continue;
    }
    purchases.push(repeats[i]!);
    mean.push(spent[i]! / repeats[i]!);
  }
  const found = orProblem(() => fitSpending({ purchases, mean }));
  const about = { customers: purchases.length, withoutValue };
  if (found instanceof Problem) {
    const missing = { parameters: [], logLikelihood: null, mean: null, correlation: null };
    return { fit: null, result: { ...about, ...missing, problem: found.toJSON() } };
  }
  const { parameters, logLikelihood, correlation, model } = found;
  const each = (model.p * model.v) / (model.q - 1);
  const why = correlation === null ? { problem: new Problem('all-bought-alike').toJSON() } : {};
  return {
    fit: found,
    result: { ...about, parameters, logLikelihood, mean: each, correlation, ...why },
  };
}
