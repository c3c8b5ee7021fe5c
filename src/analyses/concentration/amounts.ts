import { Problem } from '../../base/problem';
import { amountColumn } from '../../events/column-of';
import type { Input } from '../analysis';
import { type ValuedEvent, valuedRows } from '../valued-rows';
import type { ConcentrationParams } from './params';

/** What each of those who count comes to. */
export interface Amounts {
  /** Positions in the index, ascending. */
  readonly user: Uint32Array;
  readonly amount: Float64Array;
  /** Rows that were added up. */
  readonly times: Float64Array;
  /** Rows that count and have no value. */
  readonly missing: number;
  /** Times of the first and of the last row that counts; Infinity and −Infinity without times. */
  readonly first: number;
  readonly last: number;
}

/**
 * Adds up what is measured of each user who has it at least once; with `everyone` of all users.
 *
 * @throws {Problem} `needs-events`, `needs-units`, `not-in-data`, `wrong-type`
 */
export function amountsOf(input: Input, params: ConcentrationParams): Amounts {
  const { measure } = params;
  const isUnits = input.events.kind === 'units';
  if ('column' in measure) {
    if (isUnits) return amountsOfUnits(input, measure.column);
    throw new Problem('needs-units', { name: measure.column }, { path: 'measure.column' });
  }
  if (!isUnits) return amountsOfEvents(input, measure, params.everyone);
  throw new Problem('needs-events', { name: [measure.event].flat()[0]! }, { path: 'measure' });
}

function amountsOfUnits({ events }: Input, column: string): Amounts {
  const values = amountColumn(events.attributes, column, 'measure.column');
  const kept: number[] = [];
  for (let i = 0; i < events.users; ++i) if (!Number.isNaN(values[i]!)) kept.push(i);
  return {
    user: Uint32Array.from(kept),
    amount: Float64Array.from(kept, (i) => values[i]!),
    times: new Float64Array(kept.length).fill(1),
    ...{ missing: events.users - kept.length, first: Infinity, last: -Infinity },
  };
}

function amountsOfEvents(input: Input, measure: ValuedEvent, everyone: boolean): Amounts {
  const { users, offsets, time } = input.events;
  const { mask, values } = valuedRows(input, measure, 'measure');
  const { from, to } = input.scope.range ?? { from: -Infinity, to: Infinity };
  const base = offsets[0]!;
  const user = new Uint32Array(users);
  const amount = new Float64Array(users);
  const times = new Float64Array(users);
  let count = 0;
  let missing = 0;
  let first = Infinity;
  let last = -Infinity;
  for (let u = 0; u < users; ++u) {
    let sum = 0;
    let rows = 0;
    for (let row = offsets[u]!; row < offsets[u + 1]!; ++row) {
      const t = time[row]!;
      if (mask[row - base] === 0 || t < from || t >= to) continue;
      const value = values === null ? 1 : values[row]!;
      if (Number.isNaN(value)) ++missing;
      else sum += value;
      ++rows;
      if (t < first) first = t;
      if (t > last) last = t;
    }
    if (rows === 0 && !everyone) continue;
    user[count] = u;
    amount[count] = sum;
    times[count++] = rows;
  }
  return {
    user: user.slice(0, count),
    amount: amount.slice(0, count),
    times: times.slice(0, count),
    ...{ missing, first, last },
  };
}
