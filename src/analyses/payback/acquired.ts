import { textColumn } from '../../events/column-of';
import { costRows } from '../attribution/cost-rows';
import type { CostRows } from '../attribution/journeys';
import type { Input } from '../analysis';
import { recoded } from '../joined-arrays';
import { type Customers, customersOf, joinedCustomers } from '../ltv/customers';
import type { PaybackParams } from './params';

/** Users of a block with the channel that brought them, and what they bought since. */
export interface Acquired {
  readonly customers: Customers;
  /** Names of channels, and the one of each user; −1 where the row names none. */
  readonly values: readonly string[];
  readonly codes: Int32Array;
  readonly costs: CostRows;
  /** Of the first row of the block, whatever it is; epoch ms. */
  readonly firstTime: number;
}

/**
 * Who was acquired in the range, by which channel. The first acquisition event of a user counts.
 *
 * @throws {Problem} what `customersOf`, `costRows` and the column of channels find
 */
export function acquiredOf(input: Input, params: PaybackParams): Acquired {
  const { acquisition, purchase } = params;
  const { event, where } = acquisition;
  const start = where === undefined ? { event } : { event, where };
  const customers = customersOf(input, { purchase, start }, 'payback', 'acquisition');
  const column = textColumn(input.events.columns, acquisition.channel, 'acquisition.channel');
  const costs = costRows(input, { costs: params.costs, conversion: purchase })!;
  const { offsets, time } = input.events;
  let firstTime = Infinity;
  for (let user = 0; user + 1 < offsets.length; ++user) {
    if (offsets[user]! < offsets[user + 1]!) firstTime = Math.min(firstTime, time[offsets[user]!]!);
  }
  return {
    customers,
    values: column.values,
    codes: Int32Array.from(customers.startRow, (row) => column.codes[row]!),
    ...{ costs, firstTime },
  };
}

export function joinedAcquired(parts: readonly Acquired[]): Acquired {
  if (parts.length === 1) return parts[0]!;
  return {
    customers: joinedCustomers(parts.map((part) => part.customers)),
    ...recoded(parts),
    costs: parts[0]!.costs,
    firstTime: Math.min(...parts.map((part) => part.firstTime)),
  };
}
