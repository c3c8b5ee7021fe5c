import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedSegment } from '../../src/analyses/analysis';
import { inputOf } from '../../src/analyses/input-of';
import { segments } from '../../src/analyses/segments/segments';
import type { SegmentsResult } from '../../src/analyses/segments/result';
import { buildIndex } from '../../src/events/build-index';
import type { SegmentRule } from '../../src/notebook/segment-rule';
import { story } from '../events/story';
import { ALONE, EVENT_ROLES } from './run';

type Rules = Readonly<Record<string, SegmentRule>>;

/** Rows `user day event [amount]`, days from Monday, 2 March 2026. */
function segmentsOf(text: string, rules: Rules, given: object = {}): SegmentsResult {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([user, day, event, amount = '-']) => `${user} ${day} ${event} ${amount}`);
  const index = buildIndex(
    story(`user:text at:time event:text amount:number\n${rows.join('\n')}`),
    EVENT_ROLES,
  );
  const named = new Map(
    Object.entries(rules).map(([name, rule]): [string, NamedSegment] => [
      name,
      { params: { source: 's', rule }, timezone: 'UTC', users: new Uint8Array(index.users) },
    ]),
  );
  const params = segments.params.parse({ source: 's', segments: Object.keys(rules), ...given });
  const input = inputOf(index, params, { ...ALONE, roles: EVENT_ROLES, segments: named });
  return segments.infer(segments.aggregate(input, params), params, input.scope);
}

/** Three whole weeks. */
const THREE = `
  ann 0 visit
  ann 3 buy 10
  ann 15 visit
  bob 1 visit
  bob 9 buy 40
  cat 8 visit
  cat 16 buy 20
  dan 20.99 visit`;

const RULES: Rules = {
  buyers: { event: 'buy' },
  fresh: { event: '*', last: { '<=': '7d' } },
};

describe('segments over time', () => {
  it('have the size they had then, and those who came and went', () => {
    const { segments: found } = segmentsOf(THREE, RULES);
    const rows = (i: number) =>
      found[i]!.rows.map(({ start, users, of, entered, left }) => [
        start,
        users,
        of,
        entered,
        left,
      ]);
    expect(rows(0)).toEqual([
      ['2026-03-02', 1, 2, 1, 0],
      ['2026-03-09', 2, 3, 1, 0],
      ['2026-03-16', 3, 4, 1, 0],
    ]);
    expect(rows(1)).toEqual([
      ['2026-03-02', 2, 2, 2, 0],
      // Ann was last there on day 3: eleven days before the end of the second week.
      ['2026-03-09', 2, 3, 1, 1],
      ['2026-03-16', 3, 4, 2, 1],
    ]);
  });

  it('overlap', () => {
    const { overlaps } = segmentsOf(THREE, RULES);
    // Buyers are Ann, Bob and Cat; fresh are Ann, Cat and Dan.
    expect(overlaps).toMatchObject([{ both: 2, either: 4, jaccard: { estimate: 0.5 } }]);
  });

  it('do more or less afterwards than others who were there', () => {
    const metrics = [
      { name: 'buys', event: 'buy', window: '10d' },
      { name: 'spends', event: 'buy', value: 'amount', window: '10d' },
    ];
    const { lifts } = segmentsOf(THREE, RULES, { metrics });
    // Before day 11 Ann and Bob had bought; Cat had not, and Dan was not there. Cat buys on day 16.
    expect(lifts[0]).toMatchObject({
      ...{ segment: 'buyers', metric: 'buys', type: 'proportion' },
      inside: { users: 2, total: 0, value: 0 },
      others: { users: 1, total: 1, value: 1 },
      problem: { code: 'too-few-users' },
    });
    const spent = lifts.find(({ metric, segment }) => metric === 'spends' && segment === 'fresh')!;
    // Fresh on day 11: Bob (day 9) and Cat (day 8).
    expect(spent).toMatchObject({
      inside: { users: 2, total: 20 },
      others: { users: 1, total: 0 },
    });
  });

  it('say that a rule selects nobody or everybody', () => {
    const rules: Rules = { none: { event: 'buy', count: { '>': 9 } }, all: { event: '*' } };
    const found = segmentsOf(THREE, rules);
    expect(found.segments.map(({ users, of }) => [users, of])).toEqual([
      [0, 4],
      [4, 4],
    ]);
    const codes = segments.findings(found, {} as never).map(({ code }) => code);
    expect(codes).toContain('segments.nobody');
    expect(codes).toContain('segments.everybody');
    const nobody = segmentsOf(THREE, {
      none: rules['none']!,
      nil: { event: 'visit', count: { '>': 9 } },
    });
    expect(nobody.overlaps[0]!.jaccard).toMatchObject({
      estimate: null,
      problem: { code: 'nobody-in-either' },
    });
  });

  it('are portrayed by what others do less', () => {
    const lines = Array.from({ length: 60 }, (_, user) => [
      `u${user} ${user % 7} visit`,
      ...(user < 30 ? [`u${user} 12 invite`, `u${user} 13 buy 5`] : []),
      `u${user} 20.99 ${user % 2 === 0 ? 'visit' : 'open'}`,
    ]);
    const rules: Rules = { buyers: { event: 'buy' } };
    const { portrait } = segmentsOf(lines.flat().join('\n'), rules);
    expect(portrait).toMatchObject({ name: 'buyers', users: 30, others: 30 });
    const named = portrait!.traits.map(({ value }) => value);
    expect(named).toContain('invite');
    expect(named).not.toContain('open');
    for (const { pAdjusted } of portrait!.traits) expect(pAdjusted).toBeLessThan(0.1);
  });

  it('asks for a portrait of one of them', () => {
    expect(() => segmentsOf(THREE, RULES, { portrait: 'vip' })).toThrow(
      expect.objectContaining({ code: 'not-in-data' }),
    );
  });
});

describe('a date a century ahead', () => {
  it('is named where there would be too many periods', () => {
    const rules: Rules = { buyers: { event: 'buy' } };
    expect(() => segmentsOf('zed 0 visit\nzed 1 buy\nann 36500 visit', rules)).toThrow(
      expect.objectContaining({
        code: 'too-many-periods',
        args: expect.objectContaining({
          to: expect.stringMatching(/^21\d\d-/) as string,
        }) as object,
      }),
    );
  });
});

describe('the sizes of any segment', () => {
  const rows = fc.array(
    fc.record({ user: fc.nat(5), day: fc.nat(27), event: fc.constantFrom('visit', 'buy') }),
    { minLength: 1, maxLength: 30 },
  );

  it('do not change when something happens later', () => {
    fc.assert(
      fc.property(rows, rows, (before, later) => {
        const text = (list: typeof before, shift: number) =>
          list.map(({ user, day, event }) => `u${user} ${day + shift} ${event}`).join('\n');
        const base = `zed 0 visit\nzed 0 buy\n${text(before, 0)}`;
        const rules: Rules = {
          lately: {
            all: [{ event: 'buy', within: '9d' }, { not: { event: 'visit', count: { '>': 2 } } }],
          },
        };
        const known = segmentsOf(`${base}\nzed 27.99 visit`, rules).segments[0]!.rows;
        const all = segmentsOf(
          `${base}\nzed 27.99 visit\n${text(later, 28)}\nzed 55.99 visit`,
          rules,
        );
        expect(all.segments[0]!.rows.slice(0, known.length)).toEqual(known);
      }),
      { numRuns: 60 },
    );
  });
});
