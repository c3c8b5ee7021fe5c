import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/events/build-index';
import { scopeOf } from '../../src/events/scope';
import { DAY, START, story } from './story';

const ROLES = { user: 'user', time: 'at', event: 'event' };
const base = { timezone: 'UTC', weekStart: 'monday', seed: 1, columnUnits: {} } as const;
const events = (last: number, options = {}) =>
  buildIndex(story(`user:text at:time event:text\nann 0 a\nbob ${last} b`, options), ROLES);

describe('scopeOf(index, params)', () => {
  it('leaves out a last day that has not ended', () => {
    const scope = scopeOf(events(3.6), base);
    expect(scope.completeThrough).toBe(START + 3 * DAY);
    expect(scope.unfinished).toEqual({ rows: 1, day: '2026-03-05' });
  });

  it('tells of no unfinished day where all rows count, or the end is given', () => {
    expect(scopeOf(events(3 + 23 / 24), base)).not.toHaveProperty('unfinished');
    const given = { ...base, completeThrough: '2026-03-04' };
    expect(scopeOf(events(3.6), given)).not.toHaveProperty('unfinished');
  });

  it('takes a day that reached 23:00 as complete', () => {
    expect(scopeOf(events(3 + 23 / 24), base).completeThrough).toBe(START + 4 * DAY);
  });

  it('counts the last date in full when there are only dates', () => {
    expect(scopeOf(events(3, { dateOnly: true }), base).completeThrough).toBe(START + 4 * DAY);
  });

  it('takes a given date to its end and a given time as it is', () => {
    const day = scopeOf(events(9), { ...base, completeThrough: '2026-03-04' });
    expect(day.completeThrough).toBe(START + 3 * DAY);
    const time = scopeOf(events(9), { ...base, completeThrough: '2026-03-04T00:00Z' });
    expect(time.completeThrough).toBe(START + 2 * DAY);
  });

  it('tells of a row long after all others, unless the end is given', () => {
    const rows = Array.from({ length: 150 }, (_, i) => `ann ${i / 10} a`).join('\n');
    const index = buildIndex(story(`user:text at:time event:text\n${rows}\nbob 400 b`), ROLES);
    expect(scopeOf(index, base).late).toEqual({ rows: 1, from: '2027-04-06', after: '2026-03-16' });
    expect(scopeOf(index, { ...base, completeThrough: '2026-03-16' })).not.toHaveProperty('late');
    expect(scopeOf(events(9), base)).not.toHaveProperty('late');
  });

  it('reads a range as half-open, in the zone', () => {
    const range = { from: '2026-03-03', to: '2026-03-05' };
    expect(scopeOf(events(9), { ...base, range }).range).toEqual({
      from: START + DAY,
      to: START + 3 * DAY,
    });
    const { range: shanghai } = scopeOf(events(9), { ...base, range, timezone: 'Asia/Shanghai' });
    expect(shanghai!.from).toBe(START + DAY - DAY / 3);
  });

  it('says where a date is wrong', () => {
    const range = { from: '2026-03-03', to: 'then' };
    expect(() => scopeOf(events(9), { ...base, range })).toThrow(
      expect.objectContaining({ code: 'not-a-time', at: { path: 'range.to' } }),
    );
    const empty = { from: '2026-03-03', to: '2026-03-03' };
    expect(() => scopeOf(events(9), { ...base, range: empty })).toThrow('empty-range');
  });

  it('has no dates to select by in a unit table', () => {
    const units = buildIndex(story('user:text\nann'), { user: 'user' });
    expect(scopeOf(units, base)).toMatchObject({ range: null, completeThrough: Infinity });
    expect(() => scopeOf(units, { ...base, completeThrough: '2026-03-03' })).toThrow('needs-times');
  });
});
