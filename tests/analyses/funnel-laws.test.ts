import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnel } from '../../src/analyses/funnel/funnel';
import type { FunnelResult } from '../../src/analyses/funnel/result';
import { inputOf } from '../../src/analyses/input-of';
import type { Dataset } from '../../src/data/dataset';
import { buildIndex } from '../../src/events/build-index';
import { block } from '../../src/events/event-index';
import { story } from '../events/story';
import { LATER, funnelOf, stepsOf, users } from './funnel-run';
import { ALONE, EVENT_ROLES } from './run';

const row = fc.record({
  user: fc.integer({ min: 0, max: 25 }),
  /** Hours. */
  at: fc.integer({ min: 0, max: 96 }),
  event: fc.constantFrom('A', 'A', 'B', 'B', 'C', 'X'),
  key: fc.constantFrom('p', 'q', '-'),
});

type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const rows = fc.array(row, { minLength: 20, maxLength: 120 });

/** Rows of the same times for everybody, `shift` days later, and one user with every event. */
function dataset(list: readonly Row[], shift = 0): Dataset {
  const lines = list.map(
    ({ user, at, event, key }) => `u${user} ${at / 24 + shift} ${event} ${key}`,
  );
  const known = ['A', 'B', 'C', 'X'].map((event, i) => `known ${i + shift} ${event} p`);
  return story(`user:text at:time event:text key:text\n${[...known, ...lines].join('\n')}`);
}

const rules = fc.record({
  order: fc.constantFrom('ordered', 'strict', 'unordered'),
  entry: fc.constantFrom('any', 'first'),
  count: fc.constantFrom('users', 'sessions', 'totals'),
  window: fc.constantFrom('3h', '1d', '2d', null),
  breakdown: fc.constantFrom({}, { breakdown: 'key' }, { breakdown: 'key', breakdownBy: 'all' }),
  exclude: fc.constantFrom([], [{ event: 'X', from: 1, to: 3 }]),
  hold: fc.constantFrom([], ['key']),
});

type Rules = typeof rules extends fc.Arbitrary<infer T> ? T : never;

const STEPS = [{ event: 'A' }, { event: 'B' }, { event: 'C' }];

function paramsOf({ breakdown, ...given }: Rules, completeThrough: string) {
  return { steps: STEPS, ...given, ...breakdown, completeThrough };
}

function run(list: readonly Row[], given: Rules, through = '2026-03-05', shift = 0): FunnelResult {
  return funnelOf(dataset(list, shift), paramsOf(given, through)).result;
}

describe('a funnel', () => {
  it('never gets wider from step to step', () => {
    fc.assert(
      fc.property(rows, rules, (list, given) => {
        for (const group of run(list, given).groups) {
          const steps = stepsOf(group);
          expect(steps).toEqual(steps.toSorted((a, b) => b - a));
          expect(steps[0]).toBe(group.entered);
          for (const { users, ofFirst, ofPrevious, open } of group.steps) {
            expect([ofFirst.users, ofPrevious.users]).toEqual([users, users]);
            expect(open).toBeLessThanOrEqual(group.open);
          }
        }
      }),
    );
  });

  it('is the same from any parts of its users', () => {
    fc.assert(
      fc.property(rows, rules, fc.array(fc.nat(26), { maxLength: 4 }), (list, given, cuts) => {
        const params = funnel.params.parse({ source: 'story', ...paramsOf(given, '2026-03-05') });
        const input = inputOf(buildIndex(dataset(list), EVENT_ROLES), params, ALONE);
        const whole = funnel.infer(funnel.aggregate(input, params), params, input.scope);
        const ends = [...cuts.filter((cut) => cut <= input.events.users), input.events.users];
        const parts = ends
          .toSorted((a, b) => a - b)
          .map((to, i, all) => {
            const events = block(input.events, i === 0 ? 0 : all[i - 1]!, to);
            return funnel.aggregate({ ...input, events }, params);
          });
        const merged = parts.reduce((a, b) => funnel.merge(a, b));
        expect(funnel.infer(merged, params, input.scope)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('moves by as many days as all times are moved, and changes in nothing else', () => {
    fc.assert(
      fc.property(rows, rules, (list, given) => {
        const before = run(list, given);
        const after = run(list, given, '2026-03-15', 10);
        const days = ({ trend }: FunnelResult, shift: number) =>
          trend.map(({ start, ...counts }) => {
            const ms = Date.parse(start) + shift * 86_400_000;
            return { start: new Date(ms).toISOString().slice(0, 10), ...counts };
          });
        expect(days(after, 0)).toEqual(days(before, 10));
        expect({ ...after, trend: [] }).toEqual({ ...before, trend: [] });
      }),
    );
  });

  it('has at each step no fewer with a looser rule', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const plain = {
          breakdown: {},
          exclude: [],
          hold: [],
          count: 'users',
          window: '1d',
        } as const;
        const base: Rules = { ...plain, exclude: [], hold: [], order: 'ordered', entry: 'any' };
        const of = (given: Partial<Rules>) => users(run(list, { ...base, ...given }, LATER));
        const isBelow = (a: readonly number[], b: readonly number[]) =>
          a.forEach((each, step) => expect(each).toBeLessThanOrEqual(b[step]!));
        isBelow(of({ order: 'strict' }), of({}));
        isBelow(of({}), of({ order: 'unordered' }));
        isBelow(of({ entry: 'first' }), of({}));
        isBelow(of({ window: '3h' }), of({}));
        isBelow(of({}), of({ window: null }));
        isBelow(of({ hold: ['key'] }), of({}));
        isBelow(of({ exclude: [{ event: 'X', from: 1, to: 3 }] }), of({}));
        isBelow(
          of({}),
          of({ count: 'totals', window: null }).map(() => Infinity),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('has as many users in all groups of the first entry as without groups', () => {
    fc.assert(
      fc.property(rows, rules, (list, given) => {
        const whole = run(list, { ...given, breakdown: {} });
        const { groups } = run(list, { ...given, breakdown: { breakdown: 'key' } });
        const total = STEPS.map((_, step) =>
          groups.reduce((sum, group) => sum + group.steps[step]!.users, 0),
        );
        expect(total).toEqual(users(whole));
        expect(groups.reduce((sum, { open }) => sum + open, 0)).toBe(whole.groups[0]!.open);
      }),
    );
  });
});
