import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsBetween } from '../../src/events/buckets';
import { type Period, calendar } from '../../src/events/calendar';

const at = (text: string) => Date.parse(text);
const HOUR = 3_600_000;

describe('bucketsBetween(calendar, period, from, to)', () => {
  it('numbers the days of a month with a day of 23 hours', () => {
    const berlin = calendar('Europe/Berlin');
    const days = bucketsBetween(berlin, 'day', at('2026-03-01T12:00Z'), at('2026-03-31T12:00Z'));
    expect(days.count).toBe(31);
    expect((days.edges[29]! - days.edges[28]!) / HOUR).toBe(23);
    expect(days.of(at('2026-03-29T21:59:59Z'))).toBe(28);
    expect(days.of(at('2026-03-29T22:00:00Z'))).toBe(29);
  });

  it('has a bucket for each of the 25 hours of an autumn day', () => {
    const berlin = calendar('Europe/Berlin');
    const [from, to] = [at('2026-10-24T22:00Z'), at('2026-10-25T22:59Z')];
    expect(bucketsBetween(berlin, 'hour', from, to).count).toBe(25);
  });

  it('has no bucket for a day that a place skipped', () => {
    const samoa = calendar('Pacific/Apia');
    const days = bucketsBetween(samoa, 'day', at('2011-12-29T12:00Z'), at('2012-01-01T12:00Z'));
    expect(Array.from(days.edges.subarray(0, days.count), samoa.date)).toEqual([
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
      '2012-01-02',
    ]);
  });

  it('gives instants outside to the nearest bucket', () => {
    const utc = calendar('UTC');
    const weeks = bucketsBetween(utc, 'week', at('2026-03-04'), at('2026-03-18'));
    expect(weeks.count).toBe(3);
    expect([weeks.of(at('2026-01-01')), weeks.of(at('2026-09-01'))]).toEqual([0, 2]);
  });

  it('refuses more buckets than anybody could look at', () => {
    const span = [at('1970-01-01'), at('2026-01-01')] as const;
    expect(() => bucketsBetween(calendar('UTC'), 'hour', ...span)).toThrow(
      expect.objectContaining({
        code: 'too-many-periods',
        args: { period: 'hour', from: '1970-01-01', to: '2026-01-01', most: 100_000 },
      }),
    );
  });

  it('agrees with the calendar on every instant', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe'];
    const instant = fc.integer({ min: at('2015-01-01'), max: at('2018-01-01') });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom<Period>('day', 'week', 'month'),
        fc.constantFrom('monday' as const, 'sunday' as const),
        fc.tuple(instant, instant, instant),
        (zone, period, weekStart, instants) => {
          const [from, ms, to] = instants.sort((a, b) => a - b) as [number, number, number];
          const days = calendar(zone, weekStart);
          const { edges, of } = bucketsBetween(days, period, from, to);
          expect(edges[of(ms)]).toBe(days.start(period, ms));
          expect(edges[of(ms) + 1]).toBe(days.end(period, ms));
        },
      ),
    );
  });
});
