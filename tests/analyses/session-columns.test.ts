import { describe, expect, it } from 'vitest';
import { lifecycle } from '../../src/analyses/lifecycle/lifecycle';
import { paths } from '../../src/analyses/paths/paths';
import { story } from '../events/story';
import { ALONE, outcomeOf } from './run';

/** Minutes from Monday, 2 March 2026; Ann comes twice on Monday and on Wednesday, Bob once. */
const data = story(`user:text at:time event:text channel:text
  ann ${0 / 1440} visit search
  ann ${20 / 1440} view -
  ann ${40 / 1440} buy -
  ann ${100 / 1440} visit mail
  ann ${2880 / 1440} visit mail
  bob ${0 / 1440} visit search
  bob ${5 / 1440} visit mail
  bob ${4319 / 1440} view -`);

const activeDays = (given: object) =>
  outcomeOf(lifecycle, data, { period: 'day', completeThrough: '2026-03-05', ...given })
    .result.rows.filter(({ active }) => active !== 0)
    .map(({ start, active }) => [start, active]);

describe('the pseudo-columns of sessions', () => {
  it('can be filtered by', () => {
    expect(activeDays({ where: { $session: 1 } })).toEqual([['2026-03-02', 2]]);
    expect(activeDays({ where: { $sessionEvents: { '>=': 3 } } })).toEqual([['2026-03-02', 1]]);
    expect(activeDays({ where: { $sessionLast: 'buy' } })).toEqual([['2026-03-02', 1]]);
    expect(activeDays({ where: { $sessionMs: 0 } })).toEqual([
      ['2026-03-02', 1],
      ['2026-03-04', 2],
    ]);
  });

  it('are those of all events, whatever else is filtered', () => {
    // Without the view at 00:20 the purchase would be a session of its own.
    const where = { event: ['visit', 'buy'], $session: 1 };
    const { result } = outcomeOf(paths, data, { where, window: null });
    expect(result.sequences.map(({ name }) => name)).toContain('visit > buy > (end)');
  });

  it('follow the settings of the cell', () => {
    const sessions = (rule: object) =>
      outcomeOf(paths, data, {
        ...{ count: 'sessions', sessions: rule, completeThrough: '2026-03-31' },
      }).result.paths;
    expect(sessions({})).toBe(5);
    expect(sessions({ gap: '10m' })).toBe(7);
    expect(sessions({ gap: '2h' })).toBe(4);
    expect(sessions({ gap: '3d' })).toBe(2);
    expect(sessions({ gap: '3d', midnight: true })).toBe(4);
    expect(sessions({ change: 'channel' })).toBe(6);
    expect(sessions({ change: ['channel'] })).toBe(6);
  });

  it('divide by what a session begins with', () => {
    const { result } = outcomeOf(paths, data, {
      ...{ count: 'sessions', breakdown: '$sessionFirst', completeThrough: '2026-03-05' },
    });
    expect(result.groups.map(({ name, paths: count }) => [name, count])).toEqual([
      ['visit', 4],
      ['view', 1],
    ]);
  });

  it('are over at midnight where sessions end there', () => {
    const sessions = { gap: '3d', midnight: true };
    const counted = (completeThrough: string) => {
      const given = { count: 'sessions', sessions, completeThrough };
      const { paths: count, open } = outcomeOf(paths, data, given).result;
      return [count, open];
    };
    expect(counted('2026-03-04T23:00')).toEqual([2, 1]);
    expect(counted('2026-03-04')).toEqual([4, 0]);
  });

  it('take midnight where the notebook is', () => {
    const given = {
      ...{ count: 'sessions', sessions: { gap: '3d', midnight: true } },
      completeThrough: '2026-03-31',
    };
    const sessionsIn = (timezone: string) =>
      outcomeOf(paths, data, given, { around: { ...ALONE, timezone } }).result.paths;
    expect(sessionsIn('UTC')).toBe(4);
    // In Cape Verde it is midnight at 01:00 UTC, between Ann's two visits of Monday.
    expect(sessionsIn('Atlantic/Cape_Verde')).toBe(5);
  });
});
