import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { type DistinctPaths, distinctPaths } from './distinct-paths';
import { joined } from './joined';
import { CONVERTED, type Journeys, LOST } from './journeys';
import { journeysOf } from './journeys-of';
import { modelSpecs } from './model-spec';
import type { AttributionParams } from './params';
import { NO_TOUCH } from './result';
import { pathShares } from './rule-model';
import type { OrderRule } from './touch-shares';

/**
 * The users behind a number: those with journeys of a kind (`journeys.converted`), or those with a
 * conversion for which a channel gets credit by a model (`models.last.channels.search`, for short
 * `channels.search.last`). Ascending; nobody stands behind counted paths.
 */
export function members(input: Input, params: AttributionParams, path: string): Uint32Array {
  if (input.events.kind !== 'events') return new Uint32Array(0);
  const [list, first, second, third] = parsePath(path).map(String);
  const journeys = joined([journeysOf(input, params)], params.touch?.channel ?? '');
  const { outcome, ends } = journeys;
  const length = (i: number): number => ends[i]! - (i === 0 ? 0 : ends[i - 1]!);
  if (list === 'journeys' && first === 'open') return journeys.open;
  if (list === 'journeys') {
    return usersOf(journeys, (i) => {
      if (first === 'null') return outcome[i] === LOST;
      const isAsked = first === 'converted' || (first === 'withoutTouch' && length(i) === 0);
      return outcome[i] === CONVERTED && isAsked;
    });
  }
  const [model, channel] = list === 'channels' ? [second, first] : [first, third];
  const spec = modelSpecs(params.models, true).find(({ name }) => name === model);
  if (!spec || (list !== 'channels' && list !== 'models')) return new Uint32Array(0);
  if (channel === NO_TOUCH) {
    return usersOf(journeys, (i) => outcome[i] === CONVERTED && length(i) === 0);
  }
  const code = journeys.channels.indexOf(channel ?? '');
  const paths = distinctPaths(journeys);
  const isOrder =
    spec.kind !== 'time-decay' && spec.kind !== 'markov' && spec.kind !== 'shapley-rate';
  const credited = creditedPaths(isOrder ? spec : { kind: 'linear' }, paths, journeys, {
    code,
    direct: params.direct,
  });
  return usersOf(journeys, (i) => outcome[i] === CONVERTED && credited[paths.of[i]!] === 1);
}

/** 1 for the paths of which the channel gets a part. */
function creditedPaths(
  rule: OrderRule,
  paths: DistinctPaths,
  { channels }: Journeys,
  { code, direct }: { readonly code: number; readonly direct: string },
): Uint8Array {
  const credited = new Uint8Array(paths.count);
  const { ends, channel } = pathShares(rule, paths, channels.length, channels.indexOf(direct));
  for (let path = 0, i = 0; path < paths.count; ++path) {
    for (; i < ends[path]!; ++i) if (channel[i] === code) credited[path] = 1;
  }
  return credited;
}

/** Users of the journeys that pass, each once. */
function usersOf({ user }: Journeys, isWanted: (journey: number) => boolean): Uint32Array {
  const found: number[] = [];
  for (let i = 0; i < user.length; ++i) {
    if (found.at(-1) !== user[i] && isWanted(i)) found.push(user[i]!);
  }
  return Uint32Array.from(found);
}
