import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText } from '../../src/events/as-text';
import { buildIndex } from '../../src/events/build-index';
import { block } from '../../src/events/event-index';
import { segmentAt, segmentMask } from '../../src/events/segment-mask';
import type { SegmentRule } from '../../src/notebook/segment-rule';
import { DAY, START, story } from './story';

const ROLES = { user: 'user', time: 'at', event: 'event' };

const INDEX = buildIndex(
  story(`user:text at:time event:text amount:number country:text
    ann 0 view - DE
    ann 1 buy 10 DE
    ann 8 buy 30 DE
    ann 20.99 view - DE
    bob 2 buy 5 FR
    bob 2.5 view - FR
    cat 9 view - DE
    cat 10 view - DE
    cat 10.5 buy - DE
    dan 19 view - FR`),
  ROLES,
);

const NAMES = ['ann', 'bob', 'cat', 'dan'];

function names(mask: Uint8Array): string[] {
  return NAMES.filter((_, user) => mask[user] === 1);
}

/** Users who fit a rule at the start of a day of the story; the data end with day 20. */
function who(rule: SegmentRule, day = 21): string[] {
  return names(segmentAt(INDEX, { source: 's', rule }, 'UTC')(START + day * DAY));
}

describe('a rule', () => {
  it('counts events', () => {
    expect(who({ event: 'buy' })).toEqual(['ann', 'bob', 'cat']);
    expect(who({ event: 'buy', count: { '>=': 2 } })).toEqual(['ann']);
    expect(who({ event: 'view', count: { '<': 1 } })).toEqual([]);
    expect(who({ event: 'buy', count: { '<=': 0 } })).toEqual(['dan']);
    expect(who({ event: 'buy', where: { amount: { '>': 5 } } })).toEqual(['ann']);
    expect(who({})).toEqual(NAMES);
  });

  it('looks back only so far', () => {
    expect(who({ event: 'buy', within: '11d' })).toEqual(['cat']);
    // Day 10 is exactly eleven days before day 21.
    expect(who({ event: 'view', within: '11d', count: { '>=': 1 } })).toEqual([
      'ann',
      'cat',
      'dan',
    ]);
  });

  it('adds up a column', () => {
    expect(who({ event: 'buy', value: 'amount', sum: { '>=': 40 } })).toEqual(['ann']);
    expect(who({ event: 'buy', value: 'amount', sum: { '<': 10 } })).toEqual(['bob', 'cat', 'dan']);
  });

  it('asks how long ago', () => {
    expect(who({ event: 'buy', last: { '<=': '13d' } })).toEqual(['ann', 'cat']);
    // Dan never bought: neither lately nor long ago.
    expect(who({ event: 'buy', last: { '>': '13d' } })).toEqual(['bob']);
  });

  it('asks for a share', () => {
    expect(who({ event: 'buy', of: {}, share: { '>=': 0.5 } })).toEqual(['ann', 'bob']);
    // Of no purchases there is no share.
    const cheap = { event: 'buy', where: { amount: { '<': 20 } }, of: { event: 'buy' } };
    expect(who({ ...cheap, share: { '<=': 1 } })).toEqual(['ann', 'bob', 'cat']);
  });

  it('asks for an order of events', () => {
    const sequence = [{ event: 'view' }, { event: 'buy' }];
    expect(who({ sequence })).toEqual(['ann', 'cat']);
    expect(who({ sequence, inside: '12h' })).toEqual(['cat']);
    expect(who({ sequence: [{ event: 'buy' }, { event: 'buy' }] })).toEqual(['ann']);
    expect(who({ sequence: [{ event: 'buy' }, { event: 'buy' }], inside: '6d' })).toEqual([]);
  });

  it('combines', () => {
    const buys: SegmentRule = { event: 'buy' };
    const german: SegmentRule = { event: '*', where: { country: 'DE' } };
    expect(who({ all: [buys, german] })).toEqual(['ann', 'cat']);
    expect(who({ any: [{ not: german }, { event: 'buy', count: { '>=': 2 } }] })).toEqual([
      'ann',
      'bob',
      'dan',
    ]);
    expect(who({ not: { any: [buys, german] } })).toEqual(['dan']);
  });

  it('is judged by the rows before a date', () => {
    const buys = { event: 'buy' };
    expect(who(buys, 0)).toEqual([]);
    expect(who(buys, 1)).toEqual([]);
    expect(who(buys, 2)).toEqual(['ann']);
    expect(who(buys, 10)).toEqual(['ann', 'bob']);
    // Who was not there yet is not among those who have not bought, either.
    expect(who({ not: buys }, 10)).toEqual(['cat']);
  });

  it('says what it needs', () => {
    const code = (rule: SegmentRule) => {
      try {
        return who(rule);
      } catch (error) {
        const { code, at } = error as { code: string; at: { path: string } };
        return [code, at.path];
      }
    };
    expect(code({ event: 'buy', sum: { '>': 1 } })).toEqual(['rule-needs', 'rule']);
    expect(code({ all: [{ event: 'buy', share: { '>': 1 } }] })).toEqual([
      'rule-needs',
      'rule.all[0]',
    ]);
    expect(code({ not: { event: 'sleep' } })).toEqual(['not-in-data', 'rule.not.event']);
    expect(code({ event: 'buy', value: 'country', sum: { '>': 1 } })).toEqual([
      'wrong-type',
      'rule.value',
    ]);
  });
});

describe('a segment', () => {
  it('takes rows and rule together, at its own date', () => {
    const at = '2026-03-12';
    const params = { source: 's', where: { country: 'DE' }, rule: { event: 'buy' } };
    expect(names(segmentMask(INDEX, params, 'UTC'))).toEqual(['ann', 'cat']);
    expect(names(segmentMask(INDEX, { ...params, at }, 'UTC'))).toEqual(['ann']);
    expect(names(segmentMask(INDEX, { source: 's', at: '2026-03-04' }, 'UTC'))).toEqual(['ann']);
    expect(names(segmentMask(INDEX, { source: 's', where: { country: 'FR' } }, 'UTC'))).toEqual([
      'bob',
      'dan',
    ]);
  });

  it('reads what is known of users', () => {
    const units = buildIndex(story('user:text country:text\nann DE\nbob FR\ncat DE\ndan FR'), {
      user: 'user',
    });
    const rule: SegmentRule = { not: { user: { country: 'DE' } } };
    expect(names(segmentMask(units, { source: 's', rule }, 'UTC'))).toEqual(['bob', 'dan']);
  });
});

const events = fc.array(
  fc.record({
    user: fc.nat(6),
    day: fc.double({ min: 0, max: 30, noNaN: true }),
    event: fc.constantFrom('a', 'b', 'c'),
  }),
  { minLength: 1, maxLength: 40 },
);
type Events = readonly { readonly user: number; readonly day: number; readonly event: string }[];

const behaviour = fc.record(
  {
    event: fc.constantFrom('a', 'b', 'c', '*'),
    within: fc.constantFrom('2d', '10d'),
    count: fc.record({ '>=': fc.nat(3) }),
  },
  { requiredKeys: ['event'] },
) as fc.Arbitrary<SegmentRule>;

const { rule: anyRule } = fc.letrec<{ rule: SegmentRule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    behaviour,
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}));

function indexOf(list: Events) {
  const all = ['a', 'b', 'c'].map((event) => `zed 0 ${event}`);
  const rows = list.map(({ user, day, event }) => `u${user} ${day} ${event}`);
  return buildIndex(story(`user:text at:time event:text\n${[...all, ...rows].join('\n')}`), ROLES);
}

const MS: Readonly<Record<string, number>> = { '2d': 2 * DAY, '10d': 10 * DAY };

/** The same by sets of ids: what every user did, and union, intersection and complement. */
function setOf(rule: SegmentRule, list: Events, at: number): Set<string> {
  const known = [...list, ...['a', 'b', 'c'].map((event) => ({ user: -1, day: 0, event }))]
    .map(({ user, day, event }) => ({
      id: user < 0 ? 'zed' : `u${user}`,
      time: START + day * DAY,
      event,
    }))
    .filter(({ time }) => time < at);
  const there = new Set(known.map(({ id }) => id));
  if ('all' in rule) {
    const sets = rule.all.map((each) => setOf(each, list, at));
    return new Set([...there].filter((id) => sets.every((set) => set.has(id))));
  }
  if ('any' in rule) {
    return new Set(rule.any.flatMap((each) => [...setOf(each, list, at)]));
  }
  if ('not' in rule) {
    const set = setOf(rule.not, list, at);
    return new Set([...there].filter((id) => !set.has(id)));
  }
  const { event, within, count } = rule as {
    event: string;
    within?: string;
    count?: { '>=': number };
  };
  const from = within === undefined ? -Infinity : at - MS[within]!;
  const done = (id: string) =>
    known.filter(
      (each) => each.id === id && (event === '*' || each.event === event) && each.time >= from,
    ).length;
  return new Set([...there].filter((id) => done(id) >= (count?.['>='] ?? 1)));
}

describe('segment algebra', () => {
  it('agrees with set algebra, at any date', () => {
    fc.assert(
      fc.property(events, anyRule, fc.integer({ min: 0, max: 31 }), (list, rule, day) => {
        const index = indexOf(list);
        const at = START + day * DAY;
        const mask = segmentAt(index, { source: 's', rule }, 'UTC')(at);
        const ids = asText(index.ids!);
        const found = Array.from(mask.keys())
          .filter((user) => mask[user] === 1)
          .map((user) => ids.values[ids.codes[user]!]!);
        expect(new Set(found)).toEqual(setOf(rule, list, at));
      }),
      { numRuns: 200 },
    );
  });

  it('knows De Morgan', () => {
    fc.assert(
      fc.property(events, anyRule, anyRule, fc.integer({ min: 0, max: 31 }), (list, a, b, day) => {
        const index = indexOf(list);
        const at = (rule: SegmentRule) =>
          segmentAt(index, { source: 's', rule }, 'UTC')(START + day * DAY);
        expect(at({ not: { all: [a, b] } })).toEqual(at({ any: [{ not: a }, { not: b }] }));
        expect(at({ not: { not: a } })).toEqual(at(a));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same block by block', () => {
    fc.assert(
      fc.property(events, anyRule, fc.nat(7), (list, rule, cut) => {
        const index = indexOf(list);
        const at = START + 30 * DAY;
        const whole = segmentAt(index, { source: 's', rule }, 'UTC')(at);
        const edge = Math.min(cut, index.users);
        const parts = [block(index, 0, edge), block(index, edge, index.users)].flatMap((part) =>
          Array.from(segmentAt(part, { source: 's', rule }, 'UTC')(at)),
        );
        expect(parts).toEqual(Array.from(whole));
      }),
      { numRuns: 40 },
    );
  });
});
