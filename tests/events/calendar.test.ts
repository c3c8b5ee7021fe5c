import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../src/events/calendar';

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();
const HOUR = 3_600_000;

describe('calendar(zone)', () => {
  const berlin = calendar('Europe/Berlin');

  it('starts days at local midnight', () => {
    expect(iso(berlin.start('day', at('2026-03-02T23:30:00Z')))).toBe('2026-03-02T23:00:00.000Z');
    expect(berlin.date(at('2026-03-02T23:30:00Z'))).toBe('2026-03-03');
  });

  it('has days of 23 and 25 hours when the clocks change', () => {
    const length = (text: string) =>
      (berlin.end('day', at(text)) - berlin.start('day', at(text))) / HOUR;
    expect(length('2026-03-29T12:00:00Z')).toBe(23);
    expect(length('2026-10-25T12:00:00Z')).toBe(25);
    expect(length('2026-10-26T12:00:00Z')).toBe(24);
  });

  it('starts weeks on Monday or on Sunday', () => {
    const wednesday = at('2026-03-04T12:00:00Z');
    expect(calendar('UTC').date(calendar('UTC').start('week', wednesday))).toBe('2026-03-02');
    const us = calendar('UTC', 'sunday');
    expect(us.date(us.start('week', wednesday))).toBe('2026-03-01');
    expect(us.date(us.start('week', at('2026-03-01T00:00:00Z')))).toBe('2026-03-01');
  });

  it('steps months by the calendar', () => {
    const tokyo = calendar('Asia/Tokyo');
    expect(iso(tokyo.start('month', at('2026-02-28T16:00:00Z')))).toBe('2026-02-28T15:00:00.000Z');
    expect(tokyo.date(tokyo.end('month', at('2026-12-31T00:00:00Z')))).toBe('2027-01-01');
  });

  it('keeps hours whole where the zone is half an hour off', () => {
    const india = calendar('Asia/Kolkata');
    expect(iso(india.start('hour', at('2026-03-02T10:45:00Z')))).toBe('2026-03-02T10:30:00.000Z');
  });

  it('puts every instant into exactly one period', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/Sao_Paulo',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
    ];
    const instants = fc.integer({ min: at('2010-01-01'), max: at('2035-01-01') });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom('hour', 'day', 'week', 'month'),
        instants,
        (zone, period, ms) => {
          const days = calendar(zone);
          const [start, end] = [days.start(period, ms), days.end(period, ms)];
          expect(start).toBeLessThanOrEqual(ms);
          expect(end).toBeGreaterThan(ms);
          expect(calendar(zone).start(period, start)).toBe(start);
          expect(calendar(zone).start(period, end)).toBe(end);
        },
      ),
    );
  });

  it('reads dates as the start or the end of a local day', () => {
    expect(iso(berlin.instant('2026-03-29', 'start'))).toBe('2026-03-28T23:00:00.000Z');
    expect(iso(berlin.instant('2026-03-29', 'end'))).toBe('2026-03-29T22:00:00.000Z');
  });

  it('reads times as local unless they say otherwise', () => {
    expect(iso(berlin.instant('2026-07-01T09:00', 'end'))).toBe('2026-07-01T07:00:00.000Z');
    expect(iso(berlin.instant('2026-07-01T09:00Z', 'end'))).toBe('2026-07-01T09:00:00.000Z');
    expect(iso(berlin.instant('2026-07-01 09:00:30.5-03:30', 'end'))).toBe(
      '2026-07-01T12:30:30.500Z',
    );
  });

  it('moves times inside a spring gap forward and takes the first of two in autumn', () => {
    expect(iso(berlin.instant('2026-03-29T02:30', 'start'))).toBe('2026-03-29T01:30:00.000Z');
    expect(iso(berlin.instant('2026-10-25T02:30', 'start'))).toBe('2026-10-25T00:30:00.000Z');
  });

  it.each(['yesterday', '2026-02-30', '2026-13-01', '02.03.2026', '2026-03-02T25:00', ''])(
    'refuses "%s"',
    (text) => {
      expect(() => berlin.instant(text, 'start')).toThrow('not-a-time');
    },
  );

  it('refuses a zone that is none', () => {
    expect(() => calendar('Mars/Olympus')).toThrow('not-a-time-zone');
  });
});
