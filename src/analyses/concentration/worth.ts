import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { sampleQuantile } from '../../stats/sample-quantile';
import type { Scope } from '../analysis';
import type { Amounts } from './amounts';
import type { Origins } from './origins';
import type { ChannelWorth, Times, Worth } from './result';

/**
 * What super-users bring and cost against the median user: a user costs what was spent on the channel
 * over the users who came from it.
 *
 * @param side    0 for super-users, 1 for the others who count
 * @param margin  part of the amount that is left after the costs of the goods
 */
export function worthOf(
  origins: Origins,
  { user, amount }: Amounts,
  side: Uint8Array,
  margin: number,
  scope: Scope,
): Worth {
  const channels = channelsOf(origins, scope);
  const perUser = channels.map((channel) => channel.perUser);
  const code = Array.from(user, (each) => origins.codes[each]!);
  const known = (test: (i: number) => boolean) =>
    code.flatMap((each, i) => (each >= 0 && test(i) ? [perUser[each]!] : []));
  const contribution = amount.map((each) => margin * Math.max(0, each));
  const ofSuper = contribution.filter((_, i) => side[i] === 0);
  const { unit, problem } = origins.costs;
  return {
    ...{ margin, unit },
    contribution: timesOf(ofSuper, contribution),
    cost: timesOf(
      known((i) => side[i] === 0),
      known(() => true),
    ),
    withoutChannel: code.filter((each) => each < 0).length,
    channels: channels.filter(({ users, cost }) => users > 0 || cost > 0),
    ...(problem ? { problem } : {}),
  };
}

/** All channels that users came from, by code, and behind them those that only cost. */
function channelsOf({ values, codes, costs, firstTime }: Origins, scope: Scope): ChannelWorth[] {
  const days = calendar(scope.timezone, scope.weekStart);
  const from = scope.range?.from ?? days.start('day', firstTime);
  const to = scope.range?.to ?? scope.completeThrough;
  const spent = new Map<string, number>();
  for (let row = 0; row < costs.cost.length; ++row) {
    const [cost, time] = [costs.cost[row]!, costs.time[row]!];
    if (costs.channel[row]! < 0 || Number.isNaN(cost) || !(time >= from && time < to)) continue;
    const name = costs.channels[costs.channel[row]!]!;
    spent.set(name, (spent.get(name) ?? 0) + cost);
  }
  const users = new Float64Array(values.length);
  for (const code of codes) if (code >= 0) ++users[code]!;
  const names = [...values, ...[...spent.keys()].filter((name) => !values.includes(name))];
  return names.map((channel, i) => {
    const [count, cost] = [users[i] ?? 0, spent.get(channel) ?? 0];
    return count > 0
      ? { channel, users: count, cost, perUser: cost / count }
      : { channel, users: 0, cost, ...NOBODY_CAME };
  });
}

const NOBODY_CAME = {
  perUser: null,
  problem: new Problem('nobody-from-channel').toJSON(),
} as const;

/** The mean of super-users over the median of all. */
function timesOf(ofSuper: ArrayLike<number>, all: ArrayLike<number>): Times {
  if (ofSuper.length === 0) {
    const problem = new Problem('nobody-from-channel').toJSON();
    return { users: 0, of: all.length, mean: null, median: null, times: null, problem };
  }
  let sum = 0;
  for (let i = 0; i < ofSuper.length; ++i) sum += ofSuper[i]!;
  const mean = sum / ofSuper.length;
  const median = sampleQuantile(all, 0.5);
  const counted = { users: ofSuper.length, of: all.length, mean, median };
  if (median > 0) return { ...counted, times: mean / median };
  return { ...counted, times: null, problem: new Problem('median-is-zero').toJSON() };
}
