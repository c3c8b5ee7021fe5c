import { localDay, noPurchases } from '../purchases';
import type { Scope } from '../analysis';
import { doubtfulDates } from '../doubtful-dates';
import { type Customers, joinedCustomers } from './customers';
import { valueCurves } from './curve';
import { expectations, forecastOf } from './forecast';
import { historiesThrough } from './histories';
import { heldOut, heldOutDays } from './holdout';
import { buyingModel, spendingModel } from './models';
import type { LtvParams } from './params';
import type { LtvResult } from './result';

/**
 * The value of customers: what they brought, and what a model expects of them.
 *
 * @throws {Problem} `no-purchases`
 */
export function infer(parts: readonly Customers[], params: LtvParams, scope: Scope): LtvResult {
  const customers = joinedCustomers(parts);
  const { day, value } = customers;
  if (day.length === 0) throw noPurchases(params.purchase);
  const lastDay = localDay(scope.timezone)(scope.completeThrough - 1);
  const total = value.reduce((sum, each) => sum + each, 0);
  const { value: column } = params.purchase;
  return {
    ...{ customers: customers.user.length, purchases: day.length, total },
    unit: column === undefined ? null : (scope.columnUnits[column] ?? null),
    ...{ period: params.period, windows: params.windows },
    missing: customers.missing,
    negative: value.reduce((count, each) => count + (each < 0 ? 1 : 0), 0),
    ...{ before: customers.before, withoutStart: customers.withoutStart },
    doubtful: doubtfulDates(day, lastDay),
    ...valueCurves(customers, params, scope),
    ...modelled(customers, params, scope),
  };
}

/** The model of what came first against the rest, then of all, and what it expects. */
function modelled(
  customers: Customers,
  params: LtvParams,
  scope: Scope,
): Pick<LtvResult, 'model' | 'spending' | 'holdout' | 'forecast'> {
  if (params.model === 'none')
    return { model: null, spending: null, holdout: null, forecast: null };
  const through = localDay(scope.timezone)(scope.completeThrough - 1);
  const first = customers.day.reduce((a, b) => Math.min(a, b), Infinity);
  const trial = heldOut(customers, params, through, heldOutDays(params, first, through));
  const histories = historiesThrough(customers, through);
  const buying = buyingModel(histories, through, params, trial.model?.fit?.model)!;
  const hasValues = params.purchase.value !== undefined;
  const spending = hasValues ? spendingModel(histories) : null;
  return {
    model: buying.result,
    spending: spending?.result ?? null,
    holdout: trial.result,
    forecast:
      buying.fit &&
      forecastOf(
        histories,
        expectations(histories, buying.fit.model, spending?.fit?.model ?? null, params),
        buying.fit.model,
        params,
      ),
  };
}
