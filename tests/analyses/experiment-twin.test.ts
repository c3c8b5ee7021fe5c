import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, story } from '../events/story';
import { EVENT_ROLES, experimentOf } from './run';

/** One row of a random stream; times are sixths of a day. */
interface Row {
  readonly user: string;
  readonly at: number;
  readonly event: 'see' | 'buy' | 'visit';
  readonly arm: 'A' | 'B' | '-';
  readonly amount: number | null;
}

const row: fc.Arbitrary<Row> = fc.record({
  user: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5', 'u6'),
  at: fc.integer({ min: 0, max: 60 }),
  event: fc.constantFrom('see', 'buy', 'visit'),
  arm: fc.constantFrom('A', 'B', '-'),
  amount: fc.option(fc.integer({ min: -3, max: 9 }), { freq: 4 }),
});

const setting = fc.record({
  contamination: fc.constantFrom('exclude', 'first', 'last'),
  /** Sixths of a day; null for none. */
  window: fc.option(fc.integer({ min: 1, max: 30 })),
  /** Days. */
  through: fc.integer({ min: 2, max: 11 }),
});

type Setting = typeof setting extends fc.Arbitrary<infer T> ? T : never;

/** Every arm's users, matured users, converted users, revenue and gaps, counted in the plainest way. */
function counted(rows: readonly Row[], { contamination, window, through }: Setting) {
  const known = rows.filter(({ at }) => at < 6 * through);
  const arms: Record<string, number[]> = { A: [0, 0, 0, 0, 0], B: [0, 0, 0, 0, 0] };
  for (const user of new Set(known.map((each) => each.user))) {
    const own = known
      .filter((each) => each.user === user)
      .map((each, i) => ({ ...each, i }))
      .sort((a, b) => a.at - b.at || a.i - b.i);
    const seen = own.filter(({ event, arm }) => event === 'see' && arm !== '-');
    if (seen.length === 0) continue;
    const isMixed = seen.some(({ arm }) => arm !== seen[0]!.arm);
    if (isMixed && contamination === 'exclude') continue;
    const arm = (contamination === 'last' ? seen.at(-1)! : seen[0]!).arm;
    const start = seen.find((each) => each.arm === arm)!.at;
    const end = window === null ? Infinity : start + window;
    const tally = arms[arm]!;
    ++tally[0]!;
    if (window !== null && end > 6 * through) continue;
    const bought = own.filter(({ event, at }) => event === 'buy' && at >= start && at < end);
    ++tally[1]!;
    tally[2]! += bought.length > 0 ? 1 : 0;
    tally[3]! += bought.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    tally[4]! += bought.filter(({ amount }) => amount === null).length;
  }
  return arms;
}

describe('the experiment and its plainest twin', () => {
  it('count the same users, conversions and amounts on random streams', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 6, maxLength: 40 }), setting, (rows, given) => {
        const expected = counted(rows, given);
        const lines = rows.map(
          ({ user, at, event, arm, amount }) =>
            `${user} ${at / 6} ${event} ${arm} ${amount ?? '-'}`,
        );
        const window = given.window === null ? {} : { window: `${4 * given.window}h` };
        const run = () =>
          experimentOf(
            story(`user:text at:time event:text arm:text amount:number\n${lines.join('\n')}`),
            EVENT_ROLES,
            {
              exposure: { event: 'see', variant: 'arm' },
              control: 'A',
              split: { A: 1, B: 1 },
              contamination: given.contamination,
              completeThrough: new Date(Date.UTC(2026, 2, 2) + given.through * DAY).toISOString(),
              metrics: [
                { name: 'bought', type: 'proportion', event: 'buy', ...window },
                { name: 'revenue', type: 'mean', event: 'buy', value: 'amount', ...window },
              ],
            },
          );
        // The story needs its events and somebody in the control; else there is nothing to compare.
        const events = rows.map(({ event }) => event);
        const inControl = rows.some((each) => {
          return each.event === 'see' && each.arm === 'A' && each.at < 6 * given.through;
        });
        fc.pre(events.includes('buy') && inControl);
        let found;
        try {
          found = run().result;
        } catch (error) {
          // All exposures to the control may be of users who count in the other arm.
          expect(['not-in-data', 'nobody-exposed', 'where-matches-nothing']).toContain(
            (error as { code: string }).code,
          );
          return;
        }
        const [bought, revenue] = found.metrics;
        const actual = Object.fromEntries(
          bought!.arms.map(({ name, users, matured, total }, i) => {
            const money = revenue!.arms[i]!;
            return [name, [users, matured, total, money.total, money.missing]];
          }),
        );
        expect(actual).toEqual(expected);
        ++compared;
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});
