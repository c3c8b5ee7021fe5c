import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monitor } from '../../src/analyses/monitor/monitor';
import type { MonitorResult } from '../../src/analyses/monitor/result';
import type { Dataset } from '../../src/data/dataset';
import { english } from '../../src/locale/english';
import { findingSentence, problemLine } from '../../src/locale/language';
import { Problem } from '../../src/base/problem';
import { DAY, START, story } from '../events/story';
import { outcomeOf } from './run';
import { shop } from './shop';

function monitorOf(dataset: Dataset, given: object = {}): MonitorResult {
  return outcomeOf(monitor, dataset, given).result;
}

/** So many users a week, each with one visit on Tuesday, and one at the end of the last Sunday. */
function weekly(counts: readonly number[]): Dataset {
  const lines = counts.flatMap((count, week) =>
    Array.from({ length: count }, (_, user) => `u${user} ${7 * week + (week > 0 ? 1 : 0)} visit`),
  );
  lines.push(`end ${7 * counts.length - 0.001} other`);
  return story(`user:text at:time event:text\n${lines.join('\n')}`);
}

const VISITS = { metric: { type: 'users', event: 'visit' } };

describe('a monitor', () => {
  it('fires after two weeks that are each down by more than 10 %', () => {
    // −11 %, −10 % exactly, −11.1 %, −12.5 %, −14.3 %, up again, −60 %, −50 %.
    const counts = [100, 89, 100, 90, 80, 70, 60, 100, 40, 20];
    const { rows, rules } = monitorOf(weekly(counts), VISITS);
    expect(rows.map(({ value }) => value)).toEqual(counts);
    const fired = ['2026-04-06', '2026-04-13', '2026-05-04'];
    expect(rules[0]).toMatchObject({ name: 'change', judged: 8, times: 3, fired, now: true });
    expect(rules[0]!.episodes).toEqual([
      { from: '2026-04-06', through: '2026-04-13', periods: 2 },
      { from: '2026-05-04', through: '2026-05-04', periods: 1 },
    ]);
    expect(rows.flatMap((row) => (row.fired.length > 0 ? [row.start] : []))).toEqual(fired);
  });

  it('judges neither the unfinished week nor one in which the data begin', () => {
    const data = story(`user:text at:time event:text
      ann 2 visit
      ann 8 visit
      bob 9 visit
      ann 15 visit
      ann 22 visit`);
    const { rows, rules } = monitorOf(data);
    expect(rows.map(({ value, soFar, complete }) => [value, soFar, complete])).toEqual([
      [null, 1, false],
      [2, undefined, true],
      [1, undefined, true],
      [null, 0, false],
    ]);
    expect(rows[0]).toMatchObject({ problem: { code: 'before-the-data' } });
    expect(rows[3]).toMatchObject({ problem: { code: 'not-mature' } });
    expect(rules[0]).toMatchObject({ judged: 0, times: 0, now: false });
  });

  it('looks back at what lies before its range', () => {
    const range = { from: '2026-03-16', to: '2026-03-30' };
    const { rows, rules } = monitorOf(weekly([100, 80, 60, 50]), { ...VISITS, range });
    expect(rows.map(({ start }) => start)).toEqual(['2026-03-16', '2026-03-23']);
    expect(rules[0]!.fired).toEqual(['2026-03-16', '2026-03-23']);
  });

  it('makes no percentage of a step from nothing', () => {
    const rule = { type: 'change', by: 0.5, runs: 1 };
    const { rules } = monitorOf(weekly([10, 0, 10, 16]), { ...VISITS, rules: [rule] });
    expect(rules[0]).toMatchObject({ judged: 2, fired: ['2026-03-23'] });
  });

  it('watches levels, ratios and the weekday before', () => {
    const data = story(`user:text at:time event:text
      ann 0 order
      ann 0.1 order
      bob 0.2 order
      bob 0.3 order
      bob 0.5 complaint
      ann 1 order
      ann 1.2 complaint
      ann 2 complaint
      bob 8 order
      bob 8.99 complaint`);
    const metric = {
      type: 'ratio',
      numerator: { event: 'complaint' },
      denominator: { event: 'order' },
    };
    const { rows, rules } = monitorOf(data, {
      ...{ metric, period: 'day' },
      rules: [
        { type: 'level', above: 0.5 },
        { type: 'change', by: { absolute: -0.1 }, runs: 1, lag: 7 },
      ],
    });
    expect(rows.map(({ value }) => value)).toEqual([0.25, 1, ...Array(6).fill(null), 1]);
    expect(rows[2]).toMatchObject({
      ...{ numerator: 1, denominator: 0 },
      problem: { code: 'nothing-to-divide-by' },
    });
    expect(rules.map(({ fired }) => fired)).toEqual([['2026-03-03', '2026-03-10'], []]);
    expect(rules[1]!.judged).toBe(1);
  });

  it('knows who came again, and the score of the last answers', () => {
    const data = story(`user:text at:time event:text score:number
      ann 0 survey 3
      ann 1 survey 10
      bob 2 survey 6
      cat 3 survey 8
      ann 8 survey 11
      cat 9 survey 9
      cat 13.99 visit -`);
    const retention = monitorOf(data, { metric: { type: 'retention' } }).rows;
    expect(retention[1]).toMatchObject({ value: 2 / 3, numerator: 2, denominator: 3 });
    const metric = { type: 'nps', event: 'survey', value: 'score' };
    const { rows, missing } = monitorOf(data, { metric });
    expect(rows.map(({ value }) => value)).toEqual([0, 100]);
    expect(missing).toBe(1);
  });

  it('finds one strange day in a weekly rhythm, and a lasting drift', () => {
    const lines = Array.from({ length: 70 }, (_, day) => {
      const usual = [40, 42, 44, 46, 48, 20, 10][day % 7]! + ((day * 7) % 5);
      const users = day === 40 ? 10 : day >= 56 ? Math.round(usual * 0.8) : usual;
      return Array.from({ length: users }, (_, u) => `u${u} ${day + 0.99} visit`).join('\n');
    });
    const { rules } = monitorOf(story(`user:text at:time event:text\n${lines.join('\n')}`), {
      period: 'day',
      rules: [{ type: 'anomaly' }, { type: 'cusum', baseline: 35 }],
    });
    const day = (i: number) => new Date(START + i * DAY).toISOString().slice(0, 10);
    expect(rules[0]!.fired).toContain(day(40));
    expect(rules[1]!.now).toBe(true);
    expect(rules[1]!.fired.every((start) => start === day(40) || start > day(40))).toBe(true);
    expect(rules[1]!.falseAlarms.perYear).toBeCloseTo(365.25 / 930.9, 3);
  });

  it('tells by the noise of the metric how often a rule would err', () => {
    const random = (i: number) => ((i * 2_654_435_761) % 4_294_967_296) / 4_294_967_296 - 0.5;
    const noisy = Array.from({ length: 40 }, (_, i) => Math.round(60 + 60 * random(i + 1)));
    const steady = Array.from({ length: 40 }, (_, i) => Math.round(600 + 6 * random(i + 1)));
    const [often, never] = [noisy, steady].map((counts) => monitorOf(weekly(counts), VISITS));
    expect(often!.rules[0]!.falseAlarms.perYear).toBeGreaterThan(1);
    expect(never!.rules[0]!.falseAlarms.perYear).toBeLessThan(1e-6);
    expect(often!.noise.scale).toBe('relative');
  });

  it('names those who count in a period', () => {
    const { input, params } = outcomeOf(monitor, weekly([2, 3]), VISITS);
    const at = (path: string) => [...monitor.members!(input, params, path)];
    expect(at('rows[0]')).toEqual([0, 1]);
    expect(at('rows[1].value')).toEqual([0, 1, 2]);
    expect(at('rules[0]')).toEqual([]);
  });
});

describe('the parts of a change', () => {
  const metrics = [
    { type: 'users', event: 'buy' },
    { type: 'sum', event: 'buy', value: 'amount' },
    { type: 'mean', event: 'buy', value: 'amount' },
    { type: 'retention' },
    { type: 'nps', event: 'buy', value: 'amount' },
    {
      type: 'ratio',
      numerator: { event: 'buy', count: 'users' },
      denominator: { event: '*', count: 'users' },
    },
  ];

  it('add up to it, whatever the metric', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 1_000 }),
        fc.constantFrom(...metrics),
        fc.constantFrom('country', 'arm', 'amount'),
        (users, seed, metric, breakdown) => {
          const given = { metric, breakdown, period: 'day', rules: [{ type: 'change', runs: 1 }] };
          let result: MonitorResult;
          try {
            result = monitorOf(shop(users, seed), given);
          } catch (error) {
            if (error instanceof Problem) return;
            throw error;
          }
          for (const { before, after, change, groups } of result.moves) {
            const sum = groups.reduce((total, group) => total + group.change, 0);
            expect(sum).toBeCloseTo(after - before, 8);
            expect(change).toBe(after - before);
            for (const { own, mix, change: part } of groups) {
              if (own !== null) expect(own + mix!).toBeCloseTo(part, 10);
            }
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('tell a worse group from more of a bad group', () => {
    // Phones convert 1 of 4 and desktops 3 of 4, both weeks; in the second there are more phones.
    const buyers = (week: number, platform: string, visits: number, buys: number) =>
      Array.from({ length: visits }, (_, i) => {
        const at = 7 * week + (week > 0 ? 1 : 0);
        const visit = `${platform}${i} ${at} visit ${platform}`;
        return i < buys ? `${visit}\n${platform}${i} ${at} buy ${platform}` : visit;
      }).join('\n');
    const data = story(`user:text at:time event:text platform:text
      ${buyers(0, 'phone', 4, 1)}
      ${buyers(0, 'desk', 8, 6)}
      ${buyers(1, 'phone', 8, 2)}
      ${buyers(1, 'desk', 4, 3)}
      phone0 13.99 other phone`);
    const metric = { type: 'ratio', numerator: { event: 'buy' }, denominator: { event: 'visit' } };
    const { moves } = monitorOf(data, { metric, breakdown: 'platform' });
    expect(moves[0]).toMatchObject({ name: 'latest', before: 7 / 12, after: 5 / 12 });
    for (const { own, mix } of moves[0]!.groups) {
      expect(own).toBeCloseTo(0, 12);
      expect(mix).toBeCloseTo(-1 / 12, 12);
    }
  });
});

describe('a monitor of too little', () => {
  const line = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return problemLine((error as Problem).toJSON(), english);
    }
    return 'no problem';
  };

  it('says what is missing in one sentence', () => {
    const metric = { type: 'sum', event: 'buy', value: 'amount' };
    expect(line(() => monitorOf(weekly([3, 4]), { metric }))).toContain('no event “buy”');
    const rules = [{ type: 'level' }];
    expect(line(() => monitorOf(weekly([3, 4]), { rules }))).toContain('Rule 1 has no level');
    const where = { event: 'other' };
    expect(line(() => monitorOf(weekly([3, 4]), { ...VISITS, where }))).toContain('“visit”');
  });

  it('leaves unknown what one user or equal values cannot tell', () => {
    const { noise, rules } = monitorOf(weekly([1, 1, 1]), VISITS);
    expect(noise).toMatchObject({ deviation: null, problem: { code: 'short-history' } });
    expect(rules[0]!.falseAlarms).toMatchObject({ perYear: null });
    const equal = monitorOf(weekly(Array<number>(30).fill(4)), {
      ...VISITS,
      rules: [{ type: 'change' }, { type: 'cusum' }, { type: 'anomaly' }],
    });
    expect(equal.rules.map(({ problem }) => problem?.code)).toEqual([
      undefined,
      'same-value',
      'same-value',
    ]);
    expect(equal.rules[0]!.falseAlarms.perYear).toBe(0);
  });

  it('has no percentages of negative revenue, and takes absolute ones', () => {
    const lines = Array.from(
      { length: 20 },
      (_, week) => `ann ${7 * week} buy ${week % 3 === 0 ? -5 : 10 + week}`,
    );
    const data = story(`user:text at:time event:text amount:number
      ${lines.join('\n')}
      ann 139.99 visit -`);
    const metric = { type: 'sum', event: 'buy', value: 'amount' };
    const { noise, rules } = monitorOf(data, {
      ...{ metric },
      rules: [{ type: 'change' }, { type: 'change', by: { absolute: -10 }, runs: 1 }],
    });
    expect(noise.scale).toBe('absolute');
    expect(rules[0]!.falseAlarms).toMatchObject({ problem: { code: 'no-relative-change' } });
    expect(rules[1]!.falseAlarms.perYear).toBeGreaterThan(0);
  });

  it('asks about a date far in the future', () => {
    const lines = Array.from({ length: 20 }, (_, week) => `ann ${7 * week} visit`);
    const data = story(`user:text at:time event:text\n${lines.join('\n')}\nann 900 visit`);
    const { result, params } = outcomeOf(monitor, data, {});
    const said = monitor.findings(result, params).map((each) => findingSentence(each, english));
    expect(said.join(' ')).toContain('is a date in the data wrong?');
  });
});
