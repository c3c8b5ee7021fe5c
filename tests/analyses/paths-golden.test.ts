import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paths } from '../../src/analyses/paths/paths';
import { ecomEvents, isPublicDataMissing } from './public-data';
import { outcomeOf } from './run';

interface Funnel {
  readonly steps: readonly string[];
  readonly any_order: readonly number[];
  readonly ordered: readonly number[];
}

/** Funnels counted with pandas: two of their steps are a path from the one to the other. */
interface Golden {
  readonly funnel: Funnel;
  readonly funnel_session_level: Funnel;
}

const ROLES = { user: 'user_id', time: 'timestamp', event: 'event' };

describe.skipIf(isPublicDataMissing())('paths of the shop log ecom_events', () => {
  const golden = () =>
    JSON.parse(readFileSync('../shared/golden/ecom_events.json', 'utf8')) as Golden;

  it.each([
    ['users', 'funnel'],
    ['sessions', 'funnel_session_level'],
  ] as const)('of %s come as far as the first two steps of the reference', async (count, level) => {
    const { steps, any_order, ordered } = golden()[level];
    const given = {
      ...{ from: { event: steps[0]! }, to: { event: steps[1]! }, count, window: null },
      completeThrough: '2024-07-01',
    };
    const { result } = outcomeOf(paths, await ecomEvents(), given, { roles: ROLES });
    expect(result.open).toBe(0);
    expect(result.paths).toBe(any_order[0]);
    expect(result.reached).toMatchObject({ paths: ordered[1], of: any_order[0] });
  });

  it('of sessions that begin with any event are as many as the sessions', async () => {
    const given = { count: 'sessions', completeThrough: '2024-07-01' };
    const { result } = outcomeOf(paths, await ecomEvents(), given, { roles: ROLES });
    expect([result.paths, result.users]).toEqual([3605, 600]);
  });
});
