import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import type { Clock } from '../ltv/curve';
import type { Acquired } from './acquired';

/** What each channel cost in each period of acquisition. */
export interface CohortCosts {
  /** By channel, then by cohort. */
  readonly byChannel: ReadonlyMap<string, Float64Array>;
  readonly total: number;
  readonly outside: number;
}

/** The costs of the dates in the range, else from the day of the first row to the end of the data. */
export function cohortCosts(
  { costs, firstTime }: Acquired,
  clock: Clock,
  { range, timezone, weekStart, completeThrough }: Scope,
): CohortCosts {
  const days = calendar(timezone, weekStart);
  const from = range?.from ?? days.start('day', firstTime);
  const to = Math.min(range?.to ?? completeThrough, completeThrough);
  const byChannel = new Map<string, Float64Array>();
  let [total, outside] = [0, 0];
  for (let row = 0; row < costs.cost.length; ++row) {
    const cost = costs.cost[row]!;
    const time = costs.time[row]!;
    if (costs.channel[row]! < 0 || Number.isNaN(cost) || Number.isNaN(time)) continue;
    if (!(time >= from && time < to)) {
      outside += cost;
      continue;
    }
    const channel = costs.channels[costs.channel[row]!]!;
    const own = byChannel.get(channel) ?? new Float64Array(clock.cohorts.length);
    own[clock.cohort(time)]! += cost;
    byChannel.set(channel, own);
    total += cost;
  }
  return { byChannel, total, outside };
}
