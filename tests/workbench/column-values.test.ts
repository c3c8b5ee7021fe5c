import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../../src/data/profile';
import { english } from '../../src/locale/english';
import { columnValues } from '../../src/workbench/import/column-values';

const profile = (given: Partial<ColumnProfile>): ColumnProfile => ({
  name: 'x',
  kind: 'text',
  missing: 0,
  unreadable: 0,
  distinct: null,
  min: null,
  max: null,
  top: null,
  histogram: null,
  emptyDays: null,
  private: null,
  ...given,
});
const say = (given: Partial<ColumnProfile>, zone = 'UTC') =>
  columnValues(profile(given), english, zone);

describe('columnValues', () => {
  it('gives the range of numbers', () => {
    expect(say({ kind: 'number', min: 0, max: 49854 })).toBe('0 – 49,854');
  });

  it('gives the range of times in the zone of the notebook', () => {
    const times = {
      kind: 'time',
      min: '2026-01-05T23:30:00Z',
      max: '2026-03-29T10:00:00Z',
    } as const;
    expect(say(times)).toMatch(/^Jan 5\s–\sMar 29, 2026$/);
    expect(say(times, 'Asia/Shanghai')).toMatch(/^Jan 6\s–\sMar 29, 2026$/);
  });

  it('gives days without a time as they are, in every zone', () => {
    const days = { kind: 'time', min: '2026-01-05', max: '2026-01-06' } as const;
    expect(say(days, 'America/New_York')).toMatch(/^Jan 5\s–\s6, 2026$/);
  });

  it('gives the most frequent values, and how many there are beside them', () => {
    const top = ['a', 'b', 'c', 'd', 'e'].map((value) => ({ value, rows: 10 }));
    expect(say({ top, distinct: 7 })).toBe('a, b, c, d and 3 more');
    expect(say({ top: top.slice(0, 2), distinct: 2 })).toBe('a, b');
  });

  it('gives one example where all values are different', () => {
    const top = [{ value: 'u-1', rows: 1 }];
    expect(say({ top, distinct: 12000 })).toBe('12,000 different, such as u-1');
  });
});
