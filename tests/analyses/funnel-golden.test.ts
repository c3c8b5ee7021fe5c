import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/data/byte-source';
import { readDataset } from '../../src/data/read';
import golden from '../reference/golden-ecom-funnels.json';
import { funnelOf, stepsOf, users } from './funnel-run';

const FILE = '../shared/data/ecom_events/ecom.csv.gz';
const ROLES = { user: 'user_id', time: 'timestamp', event: 'event' };

function isMissing(file: string): boolean {
  if (existsSync(file)) return false;
  console.log(`skipped: ${file} is not here`);
  return true;
}

const STEPS = golden.funnel.steps.map((event) => ({ event }));
/** The golden windows leave no entry open. */
const ALL_OVER = '2025-06-30';
const WINDOWS = [
  ['3600', '1h'],
  ['86400', '1d'],
  ['604800', '7d'],
] as const;

describe.skipIf(isMissing(FILE))('the funnel of the golden shop', async () => {
  const dataset = await readDataset(bytesSource(new Uint8Array(readFileSync(FILE))), {
    name: 'ecom.csv.gz',
  });
  const run = (given: object) =>
    funnelOf(dataset, { steps: STEPS, completeThrough: ALL_OVER, drivers: null, ...given }, ROLES)
      .result;

  it('finds the golden users in order without a window', () => {
    expect(users(run({ window: null }))).toEqual(golden.funnel.ordered);
    expect(users(run({ window: null, entry: 'first' }))).toEqual(golden.funnel.ordered);
  });

  it('finds the golden users of direct runs', () => {
    expect(users(run({ window: null, order: 'strict' }))).toEqual(golden.funnel.strict);
  });

  it.each(WINDOWS)(
    'finds the golden users within %s s, of any and of the first entry',
    (key, window) => {
      expect(users(run({ window }))).toEqual(golden.funnel.window_any[key]);
      expect(users(run({ window, entry: 'first' }))).toEqual(golden.funnel.window_first[key]);
    },
  );

  it('finds the golden times from step to step', () => {
    const { steps } = run({ window: null, entry: 'first' }).groups[0]!;
    const seconds = steps.slice(1).map(({ time }) => [time!.medianMs! / 1000, time!.p90Ms! / 1000]);
    golden.funnel.median_seconds_between_steps_ordered.forEach((median, i) => {
      expect(seconds[i]![0]).toBeCloseTo(median, 6);
      expect(seconds[i]![1]).toBeCloseTo(golden.funnel.p90_seconds_between_steps_ordered[i]!, 6);
    });
  });

  it('finds the golden users of every platform, each a funnel of its own', () => {
    for (const [key, window] of WINDOWS) {
      const given = { window, breakdown: 'platform', breakdownBy: 'all' };
      const [any, first] = [run(given), run({ ...given, entry: 'first' })];
      for (const name of ['desktop', 'mobile', 'tablet'] as const) {
        const of = golden.funnel_by_platform[name];
        const steps = (result: typeof any) =>
          stepsOf(result.groups.find((group) => group.name === name)!);
        expect(steps(any), name).toEqual(of.window_any[key]);
        expect(steps(first), name).toEqual(of.window_first[key]);
      }
    }
  });

  it('finds the golden sessions', () => {
    const of = golden.funnel_session_level;
    const sessions = { count: 'sessions' };
    expect(users(run({ ...sessions, window: null }))).toEqual(of.ordered);
    expect(users(run({ ...sessions, window: null, order: 'strict' }))).toEqual(of.strict);
    expect(users(run({ ...sessions, window: '1h' }))).toEqual(of.window_any['3600']);
    expect(users(run({ ...sessions, window: '1h', entry: 'first' }))).toEqual(
      of.window_first['3600'],
    );
  });

  it('finds who did the first k steps in any order, as golden counts them', () => {
    golden.funnel.any_order.slice(1).forEach((expected, i) => {
      const steps = STEPS.slice(0, i + 2);
      const result = run({ steps, window: null, order: 'unordered' });
      expect(users(result).at(-1)).toBe(expected);
    });
  });
});
