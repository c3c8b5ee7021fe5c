import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { localDay } from '../purchases';
import { clockOf } from './curve';
import { type Customers, customersOf } from './customers';
import { cellAt, cellOf } from './forecast';
import { historiesThrough } from './histories';
import type { LtvParams } from './params';

/**
 * The users behind a cohort (`cohorts["2026-01-01"]`), those of it who have been there so long
 * (`….cells[3]`), the same of all (`overall[3]`), or behind a row of the forecast
 * (`forecast.cells[2]`). Ascending; empty where no users stand behind the path.
 */
export function members(input: Input, params: LtvParams, path: string): Uint32Array {
  const [list, which, field, offset] = parsePath(path);
  const customers = customersOf(input, params);
  const of = (test: (customer: number) => boolean) => customers.user.filter((_, c) => test(c));
  if (customers.user.length === 0) return customers.user;
  if (list === 'forecast' && which === 'cells') {
    return ofForecast(input, params, customers, Number(field));
  }
  const clock = clockOf(customers, params, input.scope);
  const passed = (c: number, k: number) => clock.passed(customers.start[c]!) > k;
  if (list === 'overall') return of((c) => passed(c, Number(which)));
  if (list !== 'cohorts') return new Uint32Array(0);
  const cohortOf = (c: number) => clock.cohorts[clock.cohort(customers.start[c]!)];
  return of((c) => cohortOf(c) === which && (field !== 'cells' || passed(c, Number(offset))));
}

function ofForecast(
  { scope }: Input,
  params: LtvParams,
  customers: Customers,
  row: number,
): Uint32Array {
  const through = localDay(scope.timezone)(scope.completeThrough - 1);
  if (params.model === 'none') return new Uint32Array(0);
  const { customer, repeats, last, age } = historiesThrough(customers, through);
  const cells = repeats.map((x, i) => cellOf(x, age[i]! - last[i]!));
  const wanted = cellAt(cells, row);
  return customer.filter((_, i) => cells[i] === wanted).map((c) => customers.user[c]!);
}
