import { Problem } from '../../base/problem';
import * as studentsT from '../../stats/students-t';
import { type ValueMoments, type Values, valueMoments } from '../ltv/curve';
import type { Customers } from '../ltv/customers';
import type { PaybackPoint, PaybackResultRow, PaybackState } from './result';

const ALPHA = 0.05;

/** Users who belong together, and what their cohorts cost. */
export interface Batch {
  /** Positions among the customers. */
  readonly users: readonly number[];
  /** Cost of each cohort; null where there are no costs of the channel. */
  readonly costs: Float64Array | null;
}

/** What counts for every batch. */
export interface Ledger {
  readonly customers: Customers;
  readonly values: Values;
  /** Periods that have passed to their end, by cohort. */
  readonly passed: Int32Array;
  readonly periods: number;
  readonly margin: number;
  /** Why costs cannot be compared with values. */
  readonly problem: Problem | null;
}

/** What a batch of users cost and brought, offset by offset. */
export function paybackRow(batch: Batch, ledger: Ledger): PaybackResultRow {
  const { users, costs } = batch;
  const { buyers, repeatBuyers, value } = purchasesOf(users, ledger);
  const cost = costs && costs.reduce((sum, each) => sum + each, 0);
  const per = (count: number) => (cost !== null && cost > 0 && count > 0 ? cost / count : null);
  const brought = valueMoments(users, ledger.values, ledger.passed, ledger.periods);
  const curve = brought.map((moments, offset) => pointAt(offset, moments, batch, ledger));
  const known = curve.filter(({ ratio }) => ratio !== null);
  const last = known.findLast((point) => 2 * point.users >= users.length) ?? known[0] ?? null;
  const first = last === null ? null : firstBack(batch, ledger, last);
  const problem = ledger.problem ?? whyNot(cost, users.length, buyers, repeatBuyers);
  return {
    ...{ users: users.length, buyers, repeatBuyers, cost },
    ...{ cac: per(users.length), costPerBuyer: per(buyers), costPerRepeatBuyer: per(repeatBuyers) },
    ...{ value, curve, ltvToCac: last, state: stateOf(last) },
    paidBackBy: first,
    ...(problem
      ? { problem: problem.toJSON() }
      : first === null
        ? { problem: new Problem('not-paid-back').toJSON() }
        : {}),
  };
}

function whyNot(
  cost: number | null,
  users: number,
  buyers: number,
  repeaters: number,
): Problem | null {
  if (cost === null || cost <= 0) return new Problem('no-cost');
  if (users === 0) return new Problem('nobody-acquired');
  return buyers === 0 || repeaters === 0 ? new Problem('nobody-bought-again') : null;
}

function purchasesOf(users: readonly number[], { customers, margin }: Ledger) {
  const { offsets, day, value } = customers;
  let [buyers, repeatBuyers, sum] = [0, 0, 0];
  for (const user of users) {
    const [from, to] = [offsets[user]!, offsets[user + 1]!];
    if (from === to) continue;
    ++buyers;
    if (day[to - 1]! > day[from]!) ++repeatBuyers;
    for (let i = from; i < to; ++i) sum += value[i]!;
  }
  return { buyers, repeatBuyers, value: margin * sum };
}

/** Users and costs of the cohorts for which `offset` has passed. */
function pointAt(
  offset: number,
  { n, total, m2 }: ValueMoments,
  { users, costs }: Batch,
  { passed, margin, problem }: Ledger,
): PaybackPoint {
  const isMature = (c: number) => passed[c]! > offset;
  const value = margin * total;
  const cost = costs && costs.reduce((sum, one, c) => (isMature(c) ? sum + one : sum), 0);
  const about = { offset, users: n, cost, mature: passed.some((_, c) => isMature(c)) };
  if (!about.mature) {
    return { ...about, value: null, ...none(new Problem('not-there-so-long')) };
  }
  if (problem) return { ...about, value, ...none(problem) };
  if (cost === null || !(cost > 0)) return { ...about, value, ...none(new Problem('no-cost')) };
  if (users.length === 0) return { ...about, value, ...none(new Problem('nobody-acquired')) };
  const ratio = value / cost;
  if (n < 2) {
    const problem = new Problem(n === 0 ? 'nobody-acquired' : 'one-customer').toJSON();
    return { ...about, value, ratio, low: null, high: null, problem };
  }
  const error = margin * Math.sqrt((m2 / (n - 1)) * n);
  const reach = (studentsT.criticalValue(ALPHA, n - 1) * error) / cost;
  return { ...about, value, ratio, low: ratio - reach, high: ratio + reach };
}

function none(problem: Problem) {
  return { ratio: null, low: null, high: null, problem: problem.toJSON() };
}

/** The first offset by which the cohorts behind `last` had brought what they cost; null if they have not. */
function firstBack(
  { users }: Batch,
  { values, passed, periods, margin }: Ledger,
  { offset: end, cost }: PaybackPoint,
): number | null {
  const known = users.filter((user) => passed[values.cohort[user]!]! > end);
  for (let offset = 0; offset <= end; ++offset) {
    const brought = known.reduce(
      (sum, user) => sum + margin * values.cumulated[user * periods + offset]!,
      0,
    );
    if (brought >= cost!) return offset;
  }
  return null;
}

function stateOf(last: PaybackPoint | null): PaybackState {
  if (last === null || last.low === null || last.high === null) return 'unknown';
  if (last.low >= 1) return 'paid-back';
  if (last.high < 1) return 'not-yet';
  return last.ratio! >= 1 ? 'likely' : 'unlikely';
}
