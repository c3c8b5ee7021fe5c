import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, RetentionResult } from '../../src/analyses/retention/result';
import { retention } from '../../src/analyses/retention/retention';
import { block } from '../../src/events/event-index';
import { story } from '../events/story';
import { retentionOf } from './retention-run';

const DAYS = 40;

interface Row {
  readonly user: number;
  readonly hour: number;
  readonly name: 'start' | 'back';
  readonly amount: number;
}

const streams = fc.array(
  fc.record({
    user: fc.integer({ min: 0, max: 9 }),
    hour: fc.integer({ min: 0, max: 24 * DAYS - 1 }),
    name: fc.constantFrom('start' as const, 'back' as const),
    amount: fc.integer({ min: 0, max: 50 }),
  }),
  { minLength: 1, maxLength: 80 },
);

/** The stream moved by whole days, with an event at the end of its last day. */
function moved(rows: readonly Row[], days: number) {
  const all = [...rows, { user: 99, hour: 24 * DAYS - 1, name: 'back', amount: 1 }];
  const lines = all.map(
    ({ user, hour, name, amount }) => `u${user} ${hour / 24 + days} ${name} ${amount}`,
  );
  return story(`user:text at:time event:text amount:number\n${lines.join('\n')}`);
}

const asked = fc.record({
  cohorts: fc.constantFrom('first-time', 'recurring'),
  period: fc.constantFrom('day', 'week'),
  periods: fc.integer({ min: 2, max: 6 }),
  windows: fc.constantFrom('calendar', '24h'),
  overall: fc.constantFrom('pooled', 'balanced', 'mean'),
});

function ask(rows: readonly Row[], given: object, days = 0): RetentionResult | null {
  if (!rows.some(({ name }) => name === 'start')) return null;
  const params = { start: { event: 'start' }, return: { event: 'back' }, ...given };
  return retentionOf(moved(rows, days), params).result;
}

function users(cells: readonly Cell[]): (number | null)[] {
  return cells.map((cell) => cell.users);
}

describe('laws of retention', () => {
  it('moving all times by whole weeks moves the cohorts and nothing else', () => {
    fc.assert(
      fc.property(streams, asked, fc.integer({ min: -5, max: 5 }), (rows, given, weeks) => {
        const here = ask(rows, given);
        const there = ask(rows, given, 7 * weeks);
        if (!here || !there) return;
        const date = (text: string) =>
          new Date(Date.parse(text) + 7 * weeks * 86_400_000).toISOString().slice(0, 10);
        const shift = (result: RetentionResult): unknown =>
          JSON.parse(JSON.stringify(result), (key, value: unknown) =>
            ['cohort', 'through', 'firstPeriod'].includes(key) ? date(value as string) : value,
          );
        expect(shift(here)).toEqual(there);
      }),
      { numRuns: 60 },
    );
  });

  it('merging any two shards of the users equals the whole', () => {
    fc.assert(
      fc.property(streams, asked, fc.integer({ min: 0, max: 10 }), (rows, given, cut) => {
        if (!rows.some(({ name }) => name === 'start')) return;
        const question = { start: { event: 'start' }, value: 'amount', ...given };
        const { input, params, result } = retentionOf(moved(rows, 0), question);
        const at = Math.min(cut, input.events.users);
        const shard = (from: number, to: number) =>
          retention.aggregate({ ...input, events: block(input.events, from, to) }, params);
        const merged = retention.merge(shard(0, at), shard(at, input.events.users));
        expect(retention.infer(merged, params, input.scope)).toEqual(result);
      }),
      { numRuns: 60 },
    );
  });

  it('the longer the interval, the more come back; the longer the streak, the fewer', () => {
    fc.assert(
      fc.property(streams, asked, (rows, given) => {
        const at = (mode: string) => ask(rows, { ...given, mode })?.groups[0]!.rows ?? [];
        const [on, after, before, streak] = ['on', 'on-or-after', 'on-or-before', 'streak'].map(at);
        on!.forEach((row, r) => {
          const [a, b, s] = [after![r]!, before![r]!, streak![r]!].map(({ cells }) => users(cells));
          users(row.cells).forEach((count, k) => {
            // In windows that begin with each start other users are ready at each offset.
            if (given.windows === '24h') return;
            if (k > 1 && b![k] !== null) expect(b![k]).toBeGreaterThanOrEqual(b![k - 1]!);
            if (k > 0 && a![k] !== null) expect(a![k]).toBeLessThanOrEqual(a![k - 1]!);
            if (k > 0 && s![k] !== null) expect(s![k]).toBeLessThanOrEqual(s![k - 1]!);
            if (k > 0 && s![k] !== null) expect(s![k]).toBeLessThanOrEqual(count!);
          });
        });
      }),
      { numRuns: 100 },
    );
  });

  it('what is not known is null and carries its reason; what is known lies within its interval', () => {
    fc.assert(
      fc.property(streams, asked, (rows, given) => {
        const result = ask(rows, given);
        if (!result) return;
        const [group] = result.groups;
        for (const cell of [...group!.rows.flatMap(({ cells }) => cells), ...group!.overall]) {
          if (!('rate' in cell)) throw new Error('users are counted here');
          if (cell.mature) {
            expect(cell.low!).toBeLessThanOrEqual(cell.rate! + 1e-12);
            expect(cell.high!).toBeGreaterThanOrEqual(cell.rate! - 1e-12);
          } else {
            expect(cell).toMatchObject({ users: null, rate: null, low: null, high: null });
            expect(cell.problem!.code).toBe('not-mature');
          }
        }
        for (const cell of group!.overall) {
          if (!cell.mature) continue;
          expect(cell.bandLow!).toBeLessThanOrEqual(cell.low! + 1e-12);
          expect(cell.bandHigh!).toBeGreaterThanOrEqual(cell.high! - 1e-12);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('groups add up to the whole', () => {
    fc.assert(
      fc.property(streams, asked, (rows, given) => {
        const whole = ask(rows, { ...given, overall: 'pooled' });
        const parts = ask(rows, { ...given, overall: 'pooled', breakdown: 'amount' });
        if (!whole || !parts) return;
        whole.groups[0]!.overall.forEach((cell, k) => {
          const sum = parts.groups.reduce(
            (total, { overall }) => total + (overall[k]!.users ?? 0),
            0,
          );
          expect(sum).toBe(cell.users ?? 0);
        });
      }),
      { numRuns: 60 },
    );
  });
});
