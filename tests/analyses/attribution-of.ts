import { attribution } from '../../src/analyses/attribution/attribution';
import type { AttributionParams } from '../../src/analyses/attribution/params';
import type { AttributionResult } from '../../src/analyses/attribution/result';
import type { Input, NamedTable } from '../../src/analyses/analysis';
import { inputOf } from '../../src/analyses/input-of';
import type { Dataset } from '../../src/data/dataset';
import { buildIndex } from '../../src/events/build-index';
import type { Roles } from '../../src/events/roles';
import { story } from '../events/story';
import { EVENT_ROLES } from './run';

export const PATH_ROLES: Roles = {
  path: 'path',
  conversions: 'conversions',
  nulls: 'nulls',
  value: 'value',
};

/** What surrounds the data of a test, where it matters. */
export interface Around {
  readonly tables?: ReadonlyMap<string, NamedTable>;
  readonly columnUnits?: Readonly<Record<string, string>>;
}

/** An attribution as the engine runs it, from a dataset to the result. */
export function attributionOf(
  dataset: Dataset,
  roles: Roles,
  given: object,
  { tables = new Map(), columnUnits = {} }: Around = {},
): { input: Input; params: AttributionParams; result: AttributionResult } {
  const params = attribution.params.parse({ source: 'story', bootstrap: 0, ...given });
  const { user, time, event } = roles;
  const index = buildIndex(dataset, { user, time, event } as Roles);
  const input = inputOf(index, params, {
    timezone: 'UTC',
    weekStart: 'monday',
    population: null,
    columnUnits,
    roles,
    tables,
  });
  const result = attribution.infer(attribution.aggregate(input, params), params, input.scope);
  return { input, params, result };
}

const EVENTS = {
  touch: { event: 'visit', channel: 'channel' },
  conversion: { event: 'buy', value: 'amount' },
};

/** The attribution of a story of visits and purchases, long past: `ann 1 visit search -`. */
export function storyOf(lines: string, given: object = {}, around: Around = {}) {
  const dataset = story(`user:text at:time event:text channel:text amount:number\n${lines}`);
  const params = { ...EVENTS, completeThrough: '2028-12-31', ...given };
  return attributionOf(dataset, EVENT_ROLES, params, around);
}

/** The attribution of paths: `a > b | 2 1 30`, conversions, nulls and value behind the bar. */
export function pathsOf(lines: string, given: object = {}, around: Around = {}) {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()) as [string, string]);
  const dataset = story(
    `path:text conversions:number nulls:number value:number\n${rows
      .map(([path, numbers]) => `${path.replaceAll(' ', '') || '-'} ${numbers}`)
      .join('\n')}`,
  );
  return attributionOf(dataset, PATH_ROLES, given, around);
}

/** The credit for conversions by channel, channels without any left out. */
export function creditBy(result: AttributionResult, model: string): Record<string, number> {
  const found = result.models.find(({ name }) => name === model)!;
  return Object.fromEntries(
    found.channels
      .filter(({ conversions }) => conversions.estimate !== 0)
      .map(({ channel, conversions }) => [channel, conversions.estimate!]),
  );
}

/** The same of the value. */
export function valueBy(result: AttributionResult, model: string): Record<string, number> {
  const found = result.models.find(({ name }) => name === model)!;
  return Object.fromEntries(
    found.channels
      .filter(({ value }) => value !== null && value.estimate !== 0)
      .map(({ channel, value }) => [channel, value!.estimate!]),
  );
}
