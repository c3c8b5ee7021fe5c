import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { clockOf } from '../ltv/curve';
import { type Acquired, acquiredOf } from './acquired';
import type { PaybackParams } from './params';

/**
 * The users a channel brought (`channels.search`), all or in one period
 * (`cohorts["2026-01-01 · search"]`), those of them who bought (`….buyers`) and who bought on a second
 * day (`….repeatBuyers`), or who have been there so long (`….curve[3]`). Ascending; empty where no
 * users stand behind the path.
 */
export function members(input: Input, params: PaybackParams, path: string): Uint32Array {
  const [list, which, field, offset] = parsePath(path);
  const acquired = acquiredOf(input, params);
  const { customers, values, codes } = acquired;
  if (customers.user.length === 0) return customers.user;
  const clock = clockOf(
    customers,
    { period: params.period, windows: 'calendar' },
    input.scope,
    acquired.firstTime,
  );
  const nameOf = (c: number): string | undefined => {
    const channel = values[codes[c]!];
    if (list === 'channels') return channel;
    return `${clock.cohorts[clock.cohort(customers.start[c]!)]} · ${channel}`;
  };
  if (list !== 'channels' && list !== 'cohorts') return new Uint32Array(0);
  return customers.user.filter(
    (_, c) =>
      nameOf(c) === String(which) &&
      fits(acquired, c, field) &&
      (field !== 'curve' || clock.passed(customers.start[c]!) > Number(offset)),
  );
}

function fits(
  { customers: { offsets, day } }: Acquired,
  c: number,
  field: string | number | undefined,
): boolean {
  const [from, to] = [offsets[c]!, offsets[c + 1]!];
  if (field === 'buyers') return to > from;
  return field !== 'repeatBuyers' || (to > from && day[to - 1]! > day[from]!);
}
