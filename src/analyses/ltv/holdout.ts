import { Problem } from '../../base/problem';
import { durationMs } from '../../base/duration';
import { expectedFurther, expectedPurchases } from '../../stats/buying-forecast';
import { dateOfDay } from '../purchases';
import type { Customers } from './customers';
import { eachHistory } from './each-history';
import { type Histories, historiesThrough } from './histories';
import { type FittedModel, UNIT_DAYS, buyingModel } from './models';
import type { LtvParams } from './params';
import type { HoldoutResult } from './result';

const DAY = 86_400_000;
/** With less than this on each side there is nothing to learn from. */
const LEAST_DAYS = 28;
/** Customers with so many repeats and more are one row. */
const MOST_REPEATS = 7;
/** Points of the curve over time. */
const MOST_POINTS = 60;

/** Customers who had bought before, with their purchases after it. */
interface Trial {
  readonly histories: Histories;
  readonly actual: Uint32Array;
  readonly expected: Float64Array;
}

/** The days of `holdout`, by default half of the time from the first purchase on. */
export function heldOutDays({ holdout }: LtvParams, first: number, through: number): number {
  const days = through - first + 1;
  return holdout === undefined ? Math.floor(days / 2) : Math.round(durationMs(holdout) / DAY);
}

/**
 * The model fitted to what came before the last `days` days, against what they brought.
 *
 * @param through  the last local day of the data
 */
export function heldOut(
  customers: Customers,
  params: LtvParams,
  through: number,
  days: number,
): { readonly result: HoldoutResult; readonly model: FittedModel | null } {
  const first = customers.day.reduce((a, b) => Math.min(a, b), Infinity);
  const cut = through - days;
  if (days < LEAST_DAYS || cut - first + 1 < LEAST_DAYS) {
    const args = { days: Math.max(0, Math.min(days, cut - first + 1)), needed: LEAST_DAYS };
    return { model: null, result: nothing(days, null, new Problem('nothing-to-hold-out', args)) };
  }
  const histories = historiesThrough(customers, cut);
  const model = buyingModel(histories, cut, params)!;
  if (model.fit === null) {
    const { problem } = model.result;
    const why = new Problem(problem!.code, problem!.args);
    return { model, result: { ...nothing(days, cut, why), model: model.result } };
  }
  const { model: buying } = model.fit;
  const unit = UNIT_DAYS[params.timeUnit];
  const trial = {
    histories,
    actual: purchasesAfter(customers, histories, cut),
    expected: eachHistory(histories, unit, (each) => expectedFurther(buying, each, days / unit)),
  };
  return {
    model,
    result: {
      ...{ from: dateOfDay(cut + 1), days, model: model.result },
      ...errorsOf(trial, days),
      byRepeats: byRepeats(trial),
      tracking: trackingOf(customers, trial, { first, cut, through }, (days) =>
        expectedPurchases(buying, days / unit),
      ),
    },
  };
}

function nothing(days: number, cut: number | null, problem: Problem): HoldoutResult {
  return {
    ...{ from: cut === null ? null : dateOfDay(cut + 1), days, model: null },
    ...{ actual: null, expected: null, error: null, meanError: null, naiveError: null },
    ...{ byRepeats: [], tracking: [], problem: problem.toJSON() },
  };
}

/** Days on which each of them bought after the local day `cut`. */
function purchasesAfter(
  { offsets, day }: Customers,
  { customer }: Histories,
  cut: number,
): Uint32Array {
  const counts = new Uint32Array(customer.length);
  for (const [i, c] of customer.entries()) {
    let before = cut;
    for (let p = offsets[c]!; p < offsets[c + 1]!; ++p) {
      if (day[p]! <= before) continue;
      ++counts[i]!;
      before = day[p]!;
    }
  }
  return counts;
}

/** How far off the model is, and how far off the same number for everybody would be: the average rate so far. */
function errorsOf({ histories, actual, expected }: Trial, days: number) {
  const { repeats, age } = histories;
  let [came, foretold, bought, time] = [0, 0, 0, 0];
  for (let i = 0; i < actual.length; ++i) {
    came += actual[i]!;
    foretold += expected[i]!;
    bought += repeats[i]!;
    time += age[i]!;
  }
  const average = (bought / time) * days;
  let [off, naive] = [0, 0];
  for (let i = 0; i < actual.length; ++i) {
    off += Math.abs(actual[i]! - expected[i]!);
    naive += Math.abs(actual[i]! - average);
  }
  const why = came > 0 ? {} : { problem: new Problem('nobody-bought-after').toJSON() };
  return {
    ...{ actual: came, expected: foretold, error: came > 0 ? foretold / came - 1 : null },
    ...{ meanError: off / actual.length, naiveError: naive / actual.length, ...why },
  };
}

function byRepeats({ histories, actual, expected }: Trial): HoldoutResult['byRepeats'] {
  const rows = Array.from({ length: MOST_REPEATS + 1 }, (_, repeats) => ({
    ...{ repeats, isOpen: repeats === MOST_REPEATS },
    ...{ customers: 0, actual: 0, expected: 0 },
  }));
  for (const [i, repeats] of histories.repeats.entries()) {
    const row = rows[Math.min(MOST_REPEATS, repeats)]!;
    ++row.customers;
    row.actual += actual[i]!;
    row.expected += expected[i]!;
  }
  return rows.filter(({ customers }) => customers > 0);
}

/** Repeat purchases of these customers from the first day on, and what the model has for new customers of those days. */
function trackingOf(
  { offsets, day }: Customers,
  { histories: { customer, first: start } }: Trial,
  {
    first,
    cut,
    through,
  }: { readonly first: number; readonly cut: number; readonly through: number },
  expected: (days: number) => number,
): HoldoutResult['tracking'] {
  const length = through - first + 1;
  const bought = new Uint32Array(length);
  const started = new Uint32Array(length);
  for (const [i, c] of customer.entries()) {
    ++started[start[i]! - first]!;
    let before = start[i]!;
    for (let p = offsets[c]!; p < offsets[c + 1]! && day[p]! <= through; ++p) {
      if (day[p]! > before) ++bought[day[p]! - first]!;
      before = day[p]!;
    }
  }
  const starts = Array.from(started.keys()).filter((at) => started[at]! > 0);
  const step = 7 * Math.max(1, Math.ceil(length / 7 / MOST_POINTS));
  const points: HoldoutResult['tracking'][number][] = [];
  let [at, sum] = [0, 0];
  for (let end = length % step || step; end <= length; end += step) {
    for (; at < end; ++at) sum += bought[at]!;
    const foretold = starts.reduce(
      (total, from) => (from < end ? total + started[from]! * expected(end - 1 - from) : total),
      0,
    );
    const date = dateOfDay(first + end - 1);
    points.push({ date, actual: sum, expected: foretold, heldOut: first + end - 1 > cut });
  }
  return points;
}
