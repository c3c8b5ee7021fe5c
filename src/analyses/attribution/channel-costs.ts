import type { ProblemData } from '../../base/problem';
import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import type { Journeys } from './journeys';
import type { CostSummary } from './result';

/** What channels cost in the time that counts. */
export interface ChannelCosts {
  readonly byChannel: ReadonlyMap<string, number>;
  /** Why they cannot be compared with values. */
  readonly problem: ProblemData | null;
  readonly summary: CostSummary;
}

/**
 * The costs of the dates in `range`, else from the day of the first row to the end of the data; null
 * where no costs are given.
 */
export function channelCosts(
  { costs, channels, tally }: Journeys,
  { range, timezone, weekStart, completeThrough }: Scope,
): ChannelCosts | null {
  if (costs === null) return null;
  const days = calendar(timezone, weekStart);
  const hasTimes = Number.isFinite(tally.firstTime);
  const from = range?.from ?? (hasTimes ? days.start('day', tally.firstTime) : -Infinity);
  const to = range?.to ?? completeThrough;
  const byChannel = new Map<string, number>();
  let total = 0;
  let outside = 0;
  for (let row = 0; row < costs.cost.length; ++row) {
    const cost = costs.cost[row]!;
    const time = costs.time[row]!;
    if (costs.channel[row]! < 0 || Number.isNaN(cost) || Number.isNaN(time)) continue;
    if (!(time >= from && time < to)) {
      outside += cost;
      continue;
    }
    const channel = costs.channels[costs.channel[row]!]!;
    byChannel.set(channel, (byChannel.get(channel) ?? 0) + cost);
    total += cost;
  }
  return {
    byChannel,
    problem: costs.problem,
    summary: {
      total,
      unit: costs.unit,
      outside,
      withoutTouch: [...byChannel]
        .filter(([channel]) => !channels.includes(channel))
        .map(([channel, cost]) => ({ channel, cost })),
      withoutCost: channels.filter((channel) => !byChannel.has(channel)),
    },
  };
}
