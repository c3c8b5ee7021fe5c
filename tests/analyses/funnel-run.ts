import type { Input } from '../../src/analyses/analysis';
import { funnel } from '../../src/analyses/funnel/funnel';
import type { FunnelParams } from '../../src/analyses/funnel/params';
import type { FunnelGroup, FunnelResult } from '../../src/analyses/funnel/result';
import { inputOf } from '../../src/analyses/input-of';
import type { Dataset } from '../../src/data/dataset';
import { buildIndex } from '../../src/events/build-index';
import type { Roles } from '../../src/events/roles';
import { story } from '../events/story';
import { EVENT_ROLES } from './run';

/** A funnel as the engine runs it, from a dataset to the result. */
export function funnelOf(
  dataset: Dataset,
  given: object,
  roles: Roles = EVENT_ROLES,
): { input: Input; params: FunnelParams; result: FunnelResult } {
  const params = funnel.params.parse({ source: 'story', ...given });
  const input = inputOf(buildIndex(dataset, roles), params, {
    timezone: 'UTC',
    weekStart: 'monday',
    population: null,
    columnUnits: {},
    roles,
    tables: new Map(),
  });
  return {
    input,
    params,
    result: funnel.infer(funnel.aggregate(input, params), params, input.scope),
  };
}

/** Long after every story, so that no window is open. */
export const LATER = '2027-01-01';

/** Steps that are named by a letter each: `AB` is A, then B. */
export function lettered(letters: string) {
  return [...letters].map((event) => ({ event }));
}

/**
 * A story of users: a line each, `name: A0 B1.5 …`, an event and its time in hours. What stands
 * behind a slash is the column `key`.
 */
export function told(lines: string): Dataset {
  const rows = lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [name, text] = line.split(':') as [string, string];
      return text
        .trim()
        .split(/\s+/)
        .map((word) => {
          const [, event, hours, key] = /^([A-Za-z]+)([\d.]+)(?:\/(\S+))?$/.exec(word)!;
          return `${name.trim()} ${Number(hours) / 24} ${event} ${key ?? '-'}`;
        });
    });
  return story(`user:text at:time event:text key:text\n${rows.join('\n')}`);
}

/** How many did each step of the first group. */
export function users(result: FunnelResult, group = 0): number[] {
  return stepsOf(result.groups[group]!);
}

export function stepsOf({ steps }: FunnelGroup): number[] {
  return steps.map((step) => step.users);
}
