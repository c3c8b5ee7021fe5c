import { Problem } from '../../base/problem';
import { durationMs } from '../../base/duration';
import type { BuyingModel } from '../../stats/bg-nbd';
import {
  type BuyingHistory,
  chanceThere,
  expectedFurther,
  expectedPurchases,
} from '../../stats/buying-forecast';
import { type SpendingModel, expectedValue } from '../../stats/gamma-gamma';
import { eachHistory } from './each-history';
import type { Histories } from './histories';
import { UNIT_DAYS } from './models';
import type { LtvParams } from './params';
import type { ForecastCell, ForecastResult } from './result';

const DAY = 86_400_000;
const YEAR = 365.25;
const MONTH = YEAR / 12;

/** Repeat purchases and days of silence from which a row and a column of the table begin. */
const REPEATS = [0, 1, 2, 4, 8] as const;
const SILENCES = [0, 30, 60, 90, 180, 365] as const;

/** What each customer is expected to bring. */
export interface Expectations {
  readonly purchases: Float64Array;
  /** Null where the value of a purchase is not known. */
  readonly value: Float64Array | null;
  readonly there: Float64Array;
}

/** What each customer is expected to buy within the horizon, and what that is worth. */
export function expectations(
  histories: Histories,
  buying: BuyingModel,
  spending: SpendingModel | null,
  params: LtvParams,
): Expectations {
  const { repeats, spent } = histories;
  const unit = UNIT_DAYS[params.timeUnit];
  const days = durationMs(params.horizon) / DAY;
  const within = (each: BuyingHistory, to: number) => expectedFurther(buying, each, to / unit);
  const purchases = eachHistory(histories, unit, (each) => within(each, days));
  const worth = eachHistory(histories, unit, (each) =>
    discounted((to) => within(each, to), days, params),
  );
  return {
    purchases,
    there: eachHistory(histories, unit, (each) => chanceThere(buying, each)),
    value:
      spending &&
      worth.map((count, i) => {
        const mean = repeats[i]! > 0 ? Math.max(0, spent[i]!) / repeats[i]! : 0;
        return params.margin * count * expectedValue(spending, repeats[i]!, mean);
      }),
  };
}

/** What comes within `days`, month by month less what waiting costs. */
function discounted(
  within: (days: number) => number,
  days: number,
  { discount }: LtvParams,
): number {
  if (discount === 0) return within(days);
  let [before, sum] = [0, 0];
  for (let from = 0; from < days; from += MONTH) {
    const to = Math.min(days, from + MONTH);
    const until = within(to);
    sum += (until - before) / (1 + discount) ** (to / YEAR);
    before = until;
  }
  return sum;
}

/** The forecast of all customers, and of those alike. */
export function forecastOf(
  histories: Histories,
  expected: Expectations,
  buying: BuyingModel,
  params: LtvParams,
): ForecastResult {
  const days = durationMs(params.horizon) / DAY;
  const customers = histories.repeats.length;
  const value = expected.value && sum(expected.value);
  return {
    ...{ days, customers, purchases: sum(expected.purchases) },
    value,
    valuePerCustomer: value === null ? null : value / customers,
    newCustomer: expectedPurchases(buying, days / UNIT_DAYS[params.timeUnit]),
    cells: cellsOf(histories, expected, buying),
    ...(value === null ? { problem: new Problem('value-unknown').toJSON() } : {}),
  };
}

/** The place of a history in the table of the forecast, row by row. */
export function cellOf(repeats: number, silentDays: number): number {
  const row = REPEATS.findLastIndex((from) => repeats >= from);
  const column = SILENCES.findLastIndex((from) => silentDays >= from);
  return row * SILENCES.length + column;
}

/** The place that row `row` of the table stands for: empty places have no row. */
export function cellAt(cells: Iterable<number>, row: number): number | undefined {
  return [...new Set(cells)].sort((a, b) => a - b)[row];
}

function cellsOf(
  { repeats, last, age }: Histories,
  expected: Expectations,
  { name }: BuyingModel,
): ForecastCell[] {
  const size = REPEATS.length * SILENCES.length;
  const [customers, there, purchases, value] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < repeats.length; ++i) {
    const cell = cellOf(repeats[i]!, age[i]! - last[i]!);
    ++customers[cell]!;
    there[cell]! += expected.there[i]!;
    purchases[cell]! += expected.purchases[i]!;
    if (expected.value) value[cell]! += expected.value[i]!;
  }
  return Array.from(customers.keys()).flatMap((cell): ForecastCell[] => {
    const n = customers[cell]!;
    if (n === 0) return [];
    const row = Math.floor(cell / SILENCES.length);
    const isUntold = name === 'bg-nbd' && row === 0;
    const code = isUntold ? 'model-cannot-tell' : expected.value ? null : 'value-unknown';
    return [
      {
        repeats: rangeText(REPEATS, row),
        silent: rangeText(SILENCES, cell % SILENCES.length),
        customers: n,
        there: isUntold ? null : there[cell]! / n,
        purchases: purchases[cell]!,
        value: expected.value && value[cell]!,
        ...(code ? { problem: new Problem(code).toJSON() } : {}),
      },
    ];
  });
}

/** `0`, `2–3`, `365+` */
function rangeText(from: readonly number[], at: number): string {
  const next = from[at + 1];
  if (next === undefined) return `${from[at]}+`;
  return next === from[at]! + 1 ? `${from[at]}` : `${from[at]}–${next - 1}`;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
