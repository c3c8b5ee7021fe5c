import { eventMask } from '../../events/event-mask';
import { textColumn } from '../../events/column-of';
import { costRows } from '../attribution/cost-rows';
import type { CostRows } from '../attribution/journeys';
import type { Input } from '../analysis';
import { recoded } from '../joined-arrays';
import type { ConcentrationParams } from './params';

/** The channel that each user of a block came from, and what channels cost. */
export interface Origins {
  readonly values: readonly string[];
  /** By user, all of them; −1 where none is known. */
  readonly codes: Int32Array;
  readonly costs: CostRows;
  /** Of the first row of the block, whatever it is; epoch ms. */
  readonly firstTime: number;
}

/**
 * The channel of each user's first acquisition event, if it lies in the range; null where costs are not
 * asked for.
 *
 * @throws {Problem} `not-in-data`, and what `costRows` finds
 */
export function originsOf(input: Input, params: ConcentrationParams): Origins | null {
  const { acquisition, measure } = params;
  if (acquisition === undefined || params.costs === undefined) return null;
  const { events, scope } = input;
  const { event, where } = acquisition;
  const mask = eventMask(events, { event, where }, scope.timezone, 'acquisition');
  const { values, codes } = textColumn(events.columns, acquisition.channel, 'acquisition.channel');
  const { from, to } = scope.range ?? { from: -Infinity, to: Infinity };
  const base = events.offsets[0]!;
  const own = new Int32Array(events.users).fill(-1);
  let firstTime = Infinity;
  for (let user = 0; user < events.users; ++user) {
    const end = events.offsets[user + 1]!;
    let row = events.offsets[user]!;
    if (row < end) firstTime = Math.min(firstTime, events.time[row]!);
    while (row < end && mask[row - base] === 0) ++row;
    if (row < end && events.time[row]! >= from && events.time[row]! < to) own[user] = codes[row]!;
  }
  const conversion = 'column' in measure ? undefined : measure;
  const costs = costRows(input, { costs: params.costs, conversion })!;
  return { values, codes: own, costs, firstTime };
}

export function joinedOrigins(parts: readonly Origins[]): Origins {
  return {
    ...recoded(parts),
    costs: parts[0]!.costs,
    firstTime: Math.min(...parts.map(({ firstTime }) => firstTime)),
  };
}
