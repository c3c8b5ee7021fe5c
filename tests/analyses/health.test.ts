import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { health } from '../../src/analyses/health/health';
import { rankScale } from '../../src/analyses/health/scale';
import { steadyBand } from '../../src/analyses/health/bands';
import { judged, reasonsOf } from '../../src/analyses/health/judged';
import type { HealthParams } from '../../src/analyses/health/params';
import type { Winback } from '../../src/analyses/health/result';
import { snapshotsOf } from '../../src/analyses/health/snapshots';
import { inputOf } from '../../src/analyses/input-of';
import type { Dataset } from '../../src/data/dataset';
import { asText } from '../../src/events/as-text';
import { buildIndex } from '../../src/events/build-index';
import { valueCounts } from '../../src/stats/value-counts';
import { block } from '../../src/events/event-index';
import { story } from '../events/story';
import { ALONE, EVENT_ROLES, outcomeOf } from './run';
import { dice } from './shop';

/** Rows `user day [event] [amount]`, days from Monday, 2 March 2026. */
function people(lines: readonly string[]): Dataset {
  const rows = lines
    .map((line) => line.trim().split(/\s+/))
    .map(([user, day, event = 'visit', amount = '-']) => `${user} ${day} ${event} ${amount}`);
  return story(`user:text at:time event:text amount:number\n${rows.join('\n')}`);
}

const dimension = (measure: string, more: object = {}) => ({ name: measure, measure, ...more });

/** What a dimension reads of each user before the tenth day. */
function valuesAt(lines: readonly string[], given: object): number[] {
  const data = people([...lines, 'zoe 0', 'zoe 29.99']);
  const params = health.params.parse({
    source: 'story',
    horizon: '20d',
    activeWithin: '30d',
    dimensions: [given],
  });
  const input = inputOf(buildIndex(data, EVENT_ROLES), params, ALONE);
  const { before } = snapshotsOf(input, params);
  return Array.from(before.values[0]!).slice(0, -1);
}

/** Seen from the start of day 10. Ann's last row is on the day itself: it is not known yet. */
const LINES = [
  'ann 1.1 visit',
  'ann 1.2 buy 5',
  'ann 5 visit',
  'ann 9 buy 20',
  'ann 9.01 visit',
  'ann 10 buy 999',
  'bob 3 visit',
  'cat 8 buy',
];

describe('what a dimension reads', () => {
  const window = { window: '5d' };

  it('is days since the last and the first event', () => {
    expect(valuesAt(LINES, dimension('recency'))).toEqual([0, 6, 1]);
    expect(valuesAt(LINES, dimension('tenure'))).toEqual([8, 6, 1]);
    expect(valuesAt(LINES, dimension('recency', { event: 'buy' }))).toEqual([0, NaN, 1]);
  });

  it('is what was done within the window', () => {
    expect(valuesAt(LINES, dimension('events', window))).toEqual([3, 0, 1]);
    expect(valuesAt(LINES, dimension('active-days', window))).toEqual([2, 0, 1]);
    expect(valuesAt(LINES, dimension('sessions', window))).toEqual([2, 0, 1]);
    expect(valuesAt(LINES, dimension('breadth', window))).toEqual([2, 0, 1]);
    expect(valuesAt(LINES, dimension('events', { window: '4d', event: 'visit' }))).toEqual([
      1, 0, 0,
    ]);
  });

  it('is what was spent, and missing where that is not known', () => {
    const amount = { value: 'amount', window: '10d' };
    expect(valuesAt(LINES, dimension('sum', amount))).toEqual([25, 0, 0]);
    expect(valuesAt(LINES, dimension('mean', amount))).toEqual([12.5, NaN, NaN]);
    expect(valuesAt(LINES, dimension('last', amount))).toEqual([20, NaN, NaN]);
  });

  it('is which way it goes, and a share', () => {
    // Days 0 to 4 against 5 to 9.
    expect(valuesAt(LINES, dimension('trend', { window: '10d' }))).toEqual([1, -1, 1]);
    const share = { event: 'buy', of: { event: '*' }, window: '10d' };
    expect(valuesAt(LINES, dimension('share', share))).toEqual([2 / 5, 0, 1]);
    const bought = { event: 'visit', of: { event: 'buy' }, window: '10d' };
    expect(valuesAt(LINES, dimension('share', bought))).toEqual([0, NaN, 0]);
  });
});

describe('the scale', () => {
  it('gives the share below, ties counting half', () => {
    const scale = rankScale(valueCounts(Float64Array.of(1, 2, 2, 2, 7)), true);
    expect([0, 1, 1.5, 2, 5, 7, 9].map(scale)).toEqual([0, 0.1, 0.2, 0.5, 0.8, 0.9, 1]);
    const down = rankScale(valueCounts(Float64Array.of(1, 2, 2, 2, 7)), false);
    expect(down(1)).toBeCloseTo(0.9, 12);
    expect(scale(NaN)).toBeNaN();
  });

  it('is turned round by the direction, and untouched by a change of unit', () => {
    const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: -25, max: 25 }), (values, value) => {
        const counts = valueCounts(Float64Array.from(values));
        const up = rankScale(counts, true);
        const down = rankScale(counts, false);
        const scaled = rankScale(
          valueCounts(Float64Array.from(values, (each) => 3 * each + 1)),
          true,
        );
        const below = values.filter((each) => each < value).length;
        const equal = values.filter((each) => each === value).length;
        expect(up(value)).toBeCloseTo((below + equal / 2) / values.length, 12);
        expect(up(value) + down(value)).toBeCloseTo(1, 12);
        expect(scaled(3 * value + 1)).toBe(up(value));
      }),
    );
  });
});

describe('bands', () => {
  const params = { bands: { healthy: 70, watch: 40 }, hysteresis: 3 } as HealthParams;

  it('are left only by more than the hysteresis', () => {
    const from = (before: number) => (index: number) => steadyBand(index, before, params);
    expect([69, 67, 66.9, 43, 37, 36.9].map(from(80))).toEqual([
      'healthy',
      'healthy',
      'watch',
      'watch',
      'watch',
      'winback',
    ]);
    expect([41, 42.9, 43, 72.9, 73].map(from(10))).toEqual([
      'winback',
      'winback',
      'watch',
      'watch',
      'healthy',
    ]);
    expect([69, 40, 39].map(from(NaN))).toEqual(['watch', 'watch', 'winback']);
  });
});

/**
 * Sixty people over eight weeks. The first thirty come every second day; the first ten of them stop
 * after day 27, ten more after day 45. The others come once a week, and half of them stop after day 27.
 */
function club(): string[] {
  return Array.from({ length: 60 }, (_, user) => {
    const step = user < 30 ? 2 : 7;
    const end = user < 10 ? 27 : user < 20 ? 45 : user >= 45 ? 27 : 56;
    const lines: string[] = [];
    for (let day = user % step; day < end; day += step) {
      lines.push(`u${user} ${day + 0.5} visit`, `u${user} ${day + 0.6} buy ${10 + user}`);
    }
    return lines;
  }).flat();
}

const CLUB = [...club(), 'u60 1', 'u60 55.99'];

const ASKED = {
  event: 'visit',
  horizon: '28d',
  dimensions: [
    dimension('recency', { event: 'visit', weight: 2 }),
    dimension('active-days', { event: 'visit', window: '14d' }),
    dimension('trend', { event: 'visit', window: '28d' }),
  ],
  value: { event: 'buy', value: 'amount', window: '28d' },
  minimum: 2,
};

describe('the index', () => {
  const { input, params, result } = outcomeOf(health, people(CLUB), ASKED);

  it('says from when to when', () => {
    expect(result).toMatchObject({
      ...{ through: '2026-04-26', beforeThrough: '2026-03-29', referenceThrough: '2026-03-29' },
      ...{ horizonDays: 28, equalWeights: false },
    });
  });

  it('is held against who was active since', () => {
    const { validation } = result;
    // Everybody but u60, who came on one day only; 10 and 15 did not come again.
    expect([validation.of, validation.left]).toEqual([60, 25]);
    if (validation.state === 'unknown') throw new Error('no validation');
    expect(validation.rate).toBeCloseTo(25 / 60, 12);
    expect(validation.steps.reduce((sum, { of }) => sum + of, 0)).toBe(60);
    expect(validation.bands.reduce((sum, { left }) => sum + left, 0)).toBe(25);
  });

  it('lists users with what is at stake, each in one of two groups', () => {
    const list = health.members!(input, params, 'winback.users');
    const { winback } = result;
    if (winback.users === null) {
      expect(list).toHaveLength(0);
      return;
    }
    const [contact, holdout] = ['contact', 'holdout'].map((group) =>
      Array.from(health.members!(input, params, `winback.groups.${group}`)),
    );
    expect(list).toHaveLength(winback.users);
    expect([...contact!, ...holdout!].sort((a, b) => a - b)).toEqual(
      Array.from(list).sort((a, b) => a - b),
    );
    expect(winback.groups.map(({ users }) => users)).toEqual([contact!.length, holdout!.length]);
    const facts = health.memberFacts!(input, params, list);
    expect(facts.map(({ key }) => key)).toEqual([
      'index',
      'change',
      'band',
      'reasons',
      'valueAtStake',
      'group',
    ]);
    const stake = facts[4]!.values as number[];
    expect(stake).toEqual([...stake].sort((a, b) => b - a));
  });

  it('counts the users behind each band', () => {
    for (const { name, users } of result.bands) {
      expect(health.members!(input, params, `bands.${name}`)).toHaveLength(users);
    }
    expect(result.bands.reduce((sum, { users }) => sum + users, 0)).toBe(result.users);
    expect(result.histogram.reduce((sum, { users }) => sum + users, 0)).toBe(result.users);
  });
});

/** People who stop some time and people who do not, each with a frequency of their own. */
function crowd(users: number, seed: number, days = 70): string[] {
  const random = dice(seed);
  return Array.from({ length: users }, (_, user) => {
    const often = 0.1 + 0.4 * random();
    const end = random() < 0.5 ? days * (0.3 + 0.7 * random()) : days;
    const lines = [`u${user} 0.5 visit`];
    for (let day = 1; day < days; ++day) {
      const fades = day > end - 14 ? 0.4 : 1;
      if (day < end && random() < often * fades) {
        lines.push(
          `u${user} ${day + random()} ${random() < 0.2 ? `buy ${Math.ceil(50 * random())}` : 'visit'}`,
        );
      }
    }
    return lines;
  }).flat();
}

const CROWD = [...crowd(300, 3), 'last 69.99 visit'];

describe('a list', () => {
  it('is made where the index foretells who leaves', () => {
    const { result, input, params } = outcomeOf(health, people(CROWD), ASKED);
    const { validation, winback } = result;
    if (validation.state === 'unknown' || winback.users === null) throw new Error('no list');
    expect(validation.auc.low).toBeGreaterThan(0.5);
    expect(winback.low + winback.fallen).toBeGreaterThanOrEqual(winback.users);
    const found = judged(snapshotsOf(input, params), params);
    for (const user of found.list) {
      const reasons = reasonsOf(found, user);
      expect(reasons.length).toBeLessThanOrEqual(3);
      expect(found.isLow(user) || found.hasFallen(user)).toBe(true);
    }
    expect(health.findings(result, params).map(({ code }) => code)).toContain('health.list');
  });

  it('divides users the same way when others come, and another way with another seed', () => {
    const groups = (lines: readonly string[], seed: number) => {
      const { input, params, result } = outcomeOf(health, people(lines), {
        ...ASKED,
        seed,
        holdout: 0.4,
      });
      expect((result.winback as Winback).seed).toBe(seed);
      const ids = asText(input.events.ids!);
      const all = Uint32Array.from({ length: input.events.users }, (_, i) => i);
      const group = health.memberFacts!(input, params, all)[5]!.values;
      return new Map(group.map((name, user) => [ids.values[ids.codes[user]!]!, name]));
    };
    const before = groups(CROWD, 1);
    const later = groups(['new 3 visit', 'other 5 visit', ...CROWD.toReversed()], 1);
    for (const [id, name] of before) expect(later.get(id)).toBe(name);
    const other = groups(CROWD, 2);
    expect([...before].filter(([id, name]) => other.get(id) !== name).length).toBeGreaterThan(50);
    const held = [...before.values()].filter((name) => name === 'holdout').length;
    expect(held / before.size).toBeGreaterThan(0.3);
    expect(held / before.size).toBeLessThan(0.5);
  });

  it('is withheld where the index says nothing', () => {
    const random = dice(5);
    const lines = Array.from({ length: 200 }, (_, user) => [
      `u${user} ${random()}`,
      `u${user} ${20 + random()}`,
      ...(random() < 0.5 ? [`u${user} ${40 + random()}`] : []),
    ]).flat();
    const { result, input, params } = outcomeOf(health, people([...lines, 'z 49.99']), {
      horizon: '20d',
      dimensions: [dimension('events')],
    });
    expect(result.validation.state).toBe('useless');
    expect(result.winback).toMatchObject({ users: null, problem: { code: 'index-says-nothing' } });
    expect(health.members!(input, params, 'winback.users')).toHaveLength(0);
    expect(health.findings(result, params).map(({ code }) => code)).toContain('health.withheld');
  });

  it('is withheld where too few left to tell', () => {
    const lines = Array.from({ length: 30 }, (_, user) => [
      `u${user} 0`,
      `u${user} 30`,
      `u${user} 59.99`,
    ]);
    const { result } = outcomeOf(health, people(lines.flat()), {
      dimensions: [dimension('events')],
    });
    expect(result.winback).toMatchObject({ users: null, problem: { code: 'cannot-validate' } });
    expect(result.validation).toMatchObject({ state: 'unknown', of: 30, left: 0 });
  });
});

describe('a health index that cannot be', () => {
  const codeOf = (given: object, lines: readonly string[] = CLUB) => {
    try {
      outcomeOf(health, people(lines), { ...ASKED, ...given });
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('says what is missing', () => {
    const zero = { dimensions: ASKED.dimensions.map((each) => ({ ...each, weight: 0 })) };
    expect(codeOf(zero)).toBe('no-weights');
    expect(codeOf({ bands: { healthy: 30, watch: 40 } })).toBe('bands-overlap');
    expect(codeOf({ dimensions: [dimension('sum')] })).toBe('measure-needs');
    expect(codeOf({ dimensions: [dimension('share')] })).toBe('measure-needs');
    expect(codeOf({ horizon: '50d' })).toBe('health-too-short');
    expect(codeOf({ dimensions: [dimension('mean', { value: 'amount', event: 'visit' })] })).toBe(
      'nobody-scored',
    );
    expect(codeOf({ minimum: 40 })).toBe('nobody-looked-at');
    expect(codeOf({ completeThrough: '2027-01-01' })).toBe('nobody-looked-at');
    expect(codeOf({ event: 'sleep' })).toBe('not-in-data');
    expect(codeOf({ horizon: '0d' })).toBe('window-is-zero');
  });

  it('has a scale that does not know what came after the test', () => {
    expect(codeOf({ reference: '2026-03-31' })).toBe('reference-too-late');
    expect(codeOf({ reference: '2026-03-05' })).toBe('reference-too-early');
    expect(codeOf({ reference: '2026-03-30' })).toBe(null);
  });

  it('says that one customer is too few', () => {
    const { result } = outcomeOf(health, people(['ann 0', 'ann 20', 'ann 59.99']), {});
    expect(result.winback).toMatchObject({ users: null, problem: { code: 'cannot-validate' } });
  });

  it('says that a rule that picks everybody picks nobody', () => {
    const given = { ...ASKED, bands: { healthy: 100, watch: 99.9 }, hysteresis: 0 };
    const { result, params } = outcomeOf(health, people(CROWD), given);
    expect(health.findings(result, params).map(({ code }) => code)).toContain('health.everybody');
    const none = { ...ASKED, bands: { healthy: 1, watch: 0 }, drop: null };
    const { result: nobody, params: asked } = outcomeOf(health, people(CROWD), none);
    expect(nobody.winback.users).toBe(0);
    expect(health.findings(nobody, asked).map(({ code }) => code)).toContain('health.nobody');
  });
});

const measures = fc.constantFrom(
  ...['recency', 'active-days', 'sessions', 'events', 'breadth', 'trend', 'tenure'],
);

/** Every part of a result that is known before the test's horizon begins. */
function knownBefore(lines: readonly string[], given: object) {
  const { input, params } = outcomeOf(health, people(lines), given);
  const { before, reference } = snapshotsOf(input, params);
  const ids = asText(input.events.ids!);
  const of = (user: number) => [
    before.counts[user],
    before.silent[user],
    ...before.values.map((values) => values[user]),
    ...reference.values.map((values) => values[user]),
  ];
  return new Map(
    Array.from({ length: input.events.users }, (_, user) => [
      ids.values[ids.codes[user]!]!,
      of(user),
    ]),
  );
}

describe('no feature reads past its cut-off', () => {
  const future = fc.array(
    fc.record({ user: fc.nat(20), day: fc.double({ min: 30, max: 59.9, noNaN: true }) }),
    { maxLength: 30 },
  );
  const past = Array.from({ length: 21 }, (_, user) =>
    [0, 3, 11, 17, 22, 29]
      .filter((day) => (day * 7 + user) % 3 !== 0)
      .map((day) => `u${user} ${day + 0.5} visit`),
  ).flat();
  const all = Array.from({ length: 21 }, (_, user) => `u${user} 0.1 visit`);

  it('whatever happens in the future', () => {
    fc.assert(
      fc.property(measures, future, (measure, later) => {
        const given = {
          horizon: '30d',
          completeThrough: '2026-04-30',
          dimensions: [dimension(measure, { window: '14d' })],
        };
        const known = knownBefore([...all, ...past], given);
        const changed = later.map(({ user, day }) => `u${user} ${day} buy 5`);
        expect(knownBefore([...all, ...past, ...changed], given)).toEqual(known);
      }),
      { numRuns: 40 },
    );
  });

  it('and the list does not see what lies after the data end', () => {
    const given = { ...ASKED, completeThrough: '2026-05-03' };
    const before = outcomeOf(
      health,
      people(CROWD.filter((line) => Number(line.split(' ')[1]) < 63)),
      given,
    );
    const after = outcomeOf(health, people(CROWD), given);
    const changed = outcomeOf(
      health,
      people([...CROWD, ...Array.from({ length: 80 }, (_, user) => `u${user} 64.5 buy 1000`)]),
      given,
    );
    expect(after.result).toEqual(changed.result);
    expect(after.result.validation).toEqual(before.result.validation);
    expect(after.result.winback).toEqual(before.result.winback);
  });
});

describe('a health index of any crowd', () => {
  it('is the same however the users are cut into blocks', () => {
    const { input, params, result } = outcomeOf(health, people(CROWD), ASKED);
    for (const cut of [0, 1, 137, 300, input.events.users]) {
      const part = (from: number, to: number) =>
        health.aggregate({ ...input, events: block(input.events, from, to) }, params);
      const whole = health.merge(part(0, cut), part(cut, input.events.users));
      expect(health.infer(whole, params, input.scope)).toEqual(result);
    }
  });

  it('does not mind the unit of an amount', () => {
    const given = (value: object) => ({
      ...ASKED,
      dimensions: [
        ...ASKED.dimensions,
        dimension('sum', { value: 'amount', window: '28d', ...value }),
      ],
    });
    const cents = CROWD.map((line) => {
      const [user, day, event, amount] = line.split(' ');
      return `${user} ${day} ${event} ${amount === undefined ? '-' : 100 * Number(amount)}`;
    });
    const { result: a } = outcomeOf(health, people(CROWD), given({}));
    const { result: b } = outcomeOf(health, people(cents), given({}));
    expect(b.validation).toEqual(a.validation);
    expect(b.bands.map(({ users }) => users)).toEqual(a.bands.map(({ users }) => users));
  });
});
