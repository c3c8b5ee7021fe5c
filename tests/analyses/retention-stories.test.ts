import { describe, expect, it } from 'vitest';
import { story } from '../events/story';
import { picture, retentionOf, shown } from './retention-run';

// Stories begin on Monday, 2 March 2026. Days are days since then, UTC.
const data = (rows: string) =>
  story(`user:text at:time event:text plan:text amount:number\n${rows}`);
const SIGNUP = { start: { event: 'signup' } };
const VISIT = { ...SIGNUP, return: { event: 'visit' } };
/** Makes the data complete through Sunday of the fourth week. */
const END = 'end 27.99 end - -';

describe('cohorts', () => {
  // Ann starts twice: first on the free plan, then on the paid one.
  const twice = data(`
    ann 0 signup free -
    ann 8 signup paid -
    bob 1 signup paid -
    bob 9 visit - -
    cat 10 signup paid -
    cat 15 visit - -
    ${END}`);
  const paid = {
    start: { event: 'signup', where: { plan: 'paid' } },
    return: { event: 'visit' },
    periods: 3,
  };

  it('are those of the first start that passes the filter', () => {
    const { result } = retentionOf(twice, { ...paid, cohorts: 'first-time' });
    expect(picture(result)).toEqual([
      '2026-03-02 1: 1/1 1/1 0/1',
      '2026-03-09 2: 2/2 1/2 0/2',
      'all: 3/3 2/3 0/3',
    ]);
  });

  it('are those of the first start ever, which must pass', () => {
    const { result } = retentionOf(twice, { ...paid, cohorts: 'first-ever' });
    expect(picture(result)).toEqual([
      '2026-03-02 1: 1/1 1/1 0/1',
      '2026-03-09 1: 1/1 1/1 0/1',
      'all: 2/2 2/2 0/2',
    ]);
  });

  it('are those of every period with a start', () => {
    const { result } = retentionOf(twice, {
      ...SIGNUP,
      return: { event: 'signup' },
      cohorts: 'recurring',
      periods: 3,
    });
    expect(picture(result)).toEqual([
      '2026-03-02 2: 2/2 1/2 0/2',
      '2026-03-09 2: 2/2 0/2 0/2',
      'all: 4/4 1/4 0/4',
    ]);
  });

  it('are looked up over all data and selected by the start of their period', () => {
    const range = { from: '2026-03-09', to: '2026-03-16' };
    const { result } = retentionOf(twice, { ...VISIT, range, periods: 2 });
    // Ann’s first signup lies before the range: she is not a starter of its week.
    expect(picture(result)).toEqual(['2026-03-09 1: 1/1 1/1', 'all: 1/1 1/1']);
  });
});

describe('modes', () => {
  // Week of the visits: ann 1 and 3, bob 2 (twice), cat none.
  const rows = data(`
    ann 0 signup - -
    ann 7 visit - -
    ann 21 visit - -
    bob 1 signup - -
    bob 15 visit - -
    bob 16 visit - -
    cat 2 signup - -
    ${END}`);
  const overall = (given: object) =>
    picture(retentionOf(rows, { ...VISIT, ...given }).result).at(-1);

  it('on: back in that very period', () => {
    expect(overall({ periods: 4 })).toBe('all: 3/3 1/3 1/3 1/3');
  });

  it('on-or-after: back in that period or later, through the same horizon for all', () => {
    expect(overall({ periods: 4, mode: 'on-or-after' })).toBe('all: 3/3 2/3 2/3 1/3');
    expect(overall({ periods: 2, mode: 'on-or-after', horizon: 2 })).toBe('all: 3/3 2/3');
    expect(overall({ periods: 2, mode: 'on-or-after', horizon: 1 })).toBe('all: 3/3 1/3');
  });

  it('on-or-after with a horizon that has not been reached is not known at any offset', () => {
    expect(overall({ periods: 2, mode: 'on-or-after', horizon: 4 })).toBe('all: ? ?');
  });

  it('on-or-after without a horizon counts to the end of the data', () => {
    expect(overall({ periods: 2, mode: 'on-or-after', horizon: null })).toBe('all: 3/3 2/3');
  });

  it('brackets: back in any period of the bracket, numbered from 1', () => {
    const { result } = retentionOf(rows, { ...VISIT, mode: 'brackets', brackets: [1, 2, 1] });
    expect(picture(result).at(-1)).toBe('all: 1/3 2/3 ?');
    expect(result.groups[0]!.overall.map(({ offset }) => offset)).toEqual([1, 2, 3]);
    expect(result.rule.columns).toEqual(['1', '2–3', '4']);
  });

  it('on-or-before: back by then, the starting period left out', () => {
    expect(overall({ periods: 4, mode: 'on-or-before' })).toBe('all: 3/3 1/3 2/3 2/3');
  });

  it('streak: back in every period so far', () => {
    const daily = data(`
      ann 0 signup - -
      ann 1 signup - -
      ann 2 signup - -
      bob 0 signup - -
      bob 2 signup - -
      end 5 end - -`);
    const given = {
      ...SIGNUP,
      return: { event: 'signup' },
      mode: 'streak',
      period: 'day',
      periods: 4,
    };
    expect(picture(retentionOf(daily, given).result).at(-1)).toBe('all: 2/2 1/2 1/2 0/2');
  });

  it('streak begins with the starting period itself: a start that is no return breaks it', () => {
    expect(overall({ periods: 2, mode: 'streak' })).toBe('all: 3/3 0/3');
  });

  it('minimum: so many returns in the interval', () => {
    expect(overall({ periods: 4, minimum: 2 })).toBe('all: 3/3 0/3 1/3 0/3');
    expect(overall({ periods: 2, minimum: 2, mode: 'on-or-after', horizon: 3 })).toBe(
      'all: 3/3 2/3',
    );
  });

  it('offset 0 is everybody, whatever counts as a return', () => {
    expect(overall({ periods: 1, minimum: 9 })).toBe('all: 3/3');
  });
});

describe('windows', () => {
  it('of the calendar change at midnight, of 24 hours with each start', () => {
    // 23 hours and 25 hours after the start, at noon.
    const rows = data(`
      ann 0.5 signup - -
      ann 1.46 visit - -
      bob 0.5 signup - -
      bob 1.55 visit - -
      end 4 end - -`);
    const given = { ...VISIT, period: 'day', periods: 3 };
    expect(picture(retentionOf(rows, given).result).at(-1)).toBe('all: 2/2 2/2 0/2');
    expect(picture(retentionOf(rows, { ...given, windows: '24h' }).result).at(-1)).toBe(
      'all: 2/2 1/2 0/2',
    );
  });

  it('of 24 hours end inclusive of nothing: exactly 24 hours later is the next one', () => {
    const rows = data('ann 0.5 signup - -\nann 1.5 visit - -\nend 4 end - -');
    const given = { ...VISIT, period: 'day', periods: 3, windows: '24h' };
    expect(picture(retentionOf(rows, given).result).at(-1)).toBe('all: 1/1 1/1 0/1');
  });

  it('of 24 hours count each user whose own window is over', () => {
    // The data end at midnight of day 2: only Ann, who started at midnight of day 1, had 24 hours.
    const rows = data(
      'ann 0 x - -\nann 1 signup - -\nbob 1.5 signup - -\nbob 1.9 visit - -\nend 2.1 end - -',
    );
    const { result } = retentionOf(rows, { ...VISIT, period: 'day', periods: 2, windows: '24h' });
    expect(picture(result)).toEqual(['2026-03-03 2: 1/1 ?', 'all: 1/1 ?']);
  });

  it('of a month are 30 days from each start on', () => {
    const rows = data(
      'ann 0 signup - -\nann 29.9 visit - -\nbob 0 signup - -\nbob 30 visit - -\nend 70 end - -',
    );
    const given = { ...VISIT, period: 'month', periods: 2 };
    expect(picture(retentionOf(rows, { ...given, windows: '24h' }).result).at(-1)).toBe(
      'all: 2/2 1/2',
    );
    // Both are in April by the calendar’s reckoning only from day 30 on: 1 April is day 30.
    expect(picture(retentionOf(rows, given).result).at(-1)).toBe('all: 2/2 1/2');
  });

  it('follow the clocks of the zone', () => {
    // In Berlin 29 March has 23 hours: 22:30 UTC on that day is already the 30th.
    const at = (iso: string) => (Date.parse(iso) - Date.parse('2026-03-02T00:00Z')) / 86_400_000;
    const rows = data(`
      ann ${at('2026-03-28T22:30Z')} signup - -
      ann ${at('2026-03-29T21:30Z')} visit - -
      bob ${at('2026-03-28T22:30Z')} signup - -
      bob ${at('2026-03-29T22:30Z')} visit - -
      end 40 end - -`);
    const given = { ...VISIT, period: 'day', periods: 3, timezone: 'Europe/Berlin' };
    expect(picture(retentionOf(rows, given).result)).toEqual([
      '2026-03-28 2: 2/2 1/2 1/2',
      'all: 2/2 1/2 1/2',
    ]);
    expect(picture(retentionOf(rows, { ...given, windows: '24h' }).result).at(-1)).toBe(
      'all: 2/2 1/2 0/2',
    );
  });

  it('of hours are named with their offset, and an autumn day has 25 of them', () => {
    const at = (iso: string) => (Date.parse(iso) - Date.parse('2026-03-02T00:00Z')) / 86_400_000;
    const rows = data(`
      ann ${at('2026-10-25T00:30Z')} signup - -
      ann ${at('2026-10-25T01:30Z')} visit - -
      bob ${at('2026-10-25T01:30Z')} signup - -
      end ${at('2026-10-26T12:00Z')} end - -`);
    const given = { ...VISIT, period: 'hour', periods: 2, timezone: 'Europe/Berlin' };
    const short = { ...given, range: { from: '2026-10-25', to: '2026-10-26' } };
    expect(picture(retentionOf(rows, short).result)).toEqual([
      '2026-10-25T02:00+02:00 1: 1/1 1/1',
      '2026-10-25T02:00+01:00 1: 1/1 0/1',
      'all: 2/2 1/2',
    ]);
  });

  it('of weeks begin on Monday or on Sunday', () => {
    // Day 6 is a Sunday.
    const rows = data('ann 5 signup - -\nann 6 visit - -\nend 21 end - -');
    const given = { ...VISIT, periods: 2 };
    expect(picture(retentionOf(rows, given).result)[0]).toBe('2026-03-02 1: 1/1 0/1');
    expect(picture(retentionOf(rows, { ...given, weekStart: 'sunday' }).result)[0]).toBe(
      '2026-03-01 1: 1/1 1/1',
    );
  });

  it('of months are those of the calendar', () => {
    const rows = data('ann 29.5 signup - -\nann 30 visit - -\nend 70 end - -');
    const { result } = retentionOf(rows, { ...VISIT, period: 'month', periods: 2 });
    expect(picture(result)[0]).toBe('2026-03-01 1: 1/1 1/1');
  });
});

describe('maturity', () => {
  const rows = 'ann 0 signup - -\nann 7 visit - -\nbob 7 signup - -\nbob 13 visit - -';

  it('waits for the end of the period; what is not known is null and in no total', () => {
    const { result } = retentionOf(data(rows), {
      ...VISIT,
      periods: 3,
      completeThrough: '2026-03-15',
    });
    expect(picture(result)).toEqual([
      '2026-03-02 1: 1/1 1/1 ?',
      '2026-03-09 1: 1/1 ? ?',
      'all: 2/2 1/1 ?',
    ]);
    expect(result.groups[0]!.rows[1]!.cells[1]).toEqual({
      offset: 1,
      users: null,
      of: 1,
      rate: null,
      low: null,
      high: null,
      mature: false,
      problem: { code: 'not-mature', args: { through: '2026-03-22' } },
    });
  });

  it('holds for the starting period too', () => {
    const { result } = retentionOf(data(rows), {
      ...VISIT,
      periods: 2,
      completeThrough: '2026-03-14',
    });
    expect(picture(result)).toEqual(['2026-03-02 1: 1/1 ?', '2026-03-09 1: ? ?', 'all: 1/1 ?']);
  });

  it('leaves out what happens after the data end', () => {
    const late = data(`${rows}\nann 14 visit - -`);
    const given = { ...VISIT, periods: 3, completeThrough: '2026-03-15' };
    expect(retentionOf(late, given).result.groups).toEqual(
      retentionOf(data(rows), given).result.groups,
    );
  });
});

describe('amounts', () => {
  const rows = data(`
    ann 0 signup - -
    ann 1 buy - 10
    ann 8 buy - 5
    ann 9 buy - -
    bob 3 buy - 99
    bob 4 signup - -
    bob 15 buy - 20
    ${END}`);
  const given = { ...SIGNUP, return: { event: 'buy' }, value: 'amount', periods: 3 };

  it('are summed per user of the cohort, from the start on', () => {
    const { result } = retentionOf(rows, given);
    // Bob’s 99 came before his signup, in the same week.
    expect(result.groups[0]!.rows[0]!.cells).toMatchObject([
      { offset: 0, users: 1, of: 2, total: 10, value: 5 },
      { offset: 1, users: 1, of: 2, total: 5, value: 2.5 },
      { offset: 2, users: 1, of: 2, total: 20, value: 10 },
    ]);
    expect(result.missing).toBe(1);
  });

  it('add up with on-or-before, the starting period included', () => {
    const { result } = retentionOf(rows, { ...given, mode: 'on-or-before' });
    expect(result.groups[0]!.overall).toMatchObject([
      { value: 5 },
      { value: 7.5 },
      { value: 17.5 },
    ]);
  });

  it('have Student’s interval over the users', () => {
    const [cell] = retentionOf(rows, given).result.groups[0]!.rows[0]!.cells;
    // 10 and 0: mean 5, standard error 5, and 12.706 is the quantile of t with one degree of freedom.
    expect(cell!.low).toBeCloseTo(5 - 12.7062047 * 5, 5);
    expect(cell!.high).toBeCloseTo(5 + 12.7062047 * 5, 5);
  });

  it('of one user have no interval and say so', () => {
    const one = data('ann 0 signup - -\nann 1 buy - 10\nend 8 end - -');
    const [cell] = retentionOf(one, { ...given, periods: 1 }).result.groups[0]!.rows[0]!.cells;
    expect(cell).toMatchObject({ value: 10, low: null, problem: { code: 'too-few-starters' } });
  });

  it('that are too large to square have no interval and say so', () => {
    const huge = data('ann 0 signup - -\nann 1 buy - 1e200\nbob 0 signup - -\nend 8 end - -');
    const [cell] = retentionOf(huge, { ...given, periods: 1 }).result.groups[0]!.rows[0]!.cells;
    expect(cell).toMatchObject({ low: null, problem: { code: 'values-too-large' } });
  });

  it('cannot be a streak or have a least number of returns', () => {
    const refusal = expect.objectContaining({ code: 'cannot-combine' }) as Error;
    expect(() => retentionOf(rows, { ...given, mode: 'streak' })).toThrow(refusal);
    expect(() => retentionOf(rows, { ...given, minimum: 2 })).toThrow(refusal);
  });
});

describe('a breakdown', () => {
  const rows = story(`
    user:text at:time event:text plan:text
    ann 0 signup paid
    ann 8 visit free
    bob 1 signup free
    cat 2 signup -
    ${['dan', 'eve'].map((user) => `${user} 3 signup paid`).join('\n')}
    end 27.99 end -`);

  it('reads the row of the start, never a later one', () => {
    const { result } = retentionOf(rows, { ...VISIT, periods: 2, breakdown: 'plan' });
    expect(
      result.groups.map(({ name, users, overall }) => [name, users, overall.map(shown).join(' ')]),
    ).toEqual([
      ['paid', 3, '3/3 1/3'],
      ['(none)', 1, '1/1 0/1'],
      ['free', 1, '1/1 0/1'],
    ]);
  });

  it('puts all beyond the ten largest groups together', () => {
    const many = Array.from({ length: 13 }, (_, i) =>
      Array.from(
        { length: 13 - i },
        (_, j) => `u${i}_${j} 0 signup p${String(i).padStart(2, '0')} -`,
      ).join('\n'),
    );
    const { result } = retentionOf(data([...many, END].join('\n')), {
      ...SIGNUP,
      periods: 1,
      breakdown: 'plan',
    });
    expect(result.groups.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 10 }, (_, i) => `p${String(i).padStart(2, '0')}`),
      'Other',
    ]);
    expect(result.groups.at(-1)).toMatchObject({ isRest: true, users: 3 + 2 + 1 });
  });

  it('counts a user of recurring cohorts in the group of each start', () => {
    const moving = data('ann 0 signup free -\nann 7 signup paid -\nend 27.99 end - -');
    const given = { ...SIGNUP, cohorts: 'recurring', periods: 2, breakdown: 'plan' };
    const { result } = retentionOf(moving, given);
    expect(result.groups.map(({ name, overall }) => [name, overall.map(shown).join(' ')])).toEqual([
      ['free', '1/1 1/1'],
      ['paid', '1/1 0/1'],
    ]);
  });
});

describe('the overall row', () => {
  // Two users of week 0, one of whom returns in week 1; eight of week 1, who all do.
  const rows = data(`
    ann 0 signup - -
    ann 7 visit - -
    bob 0 signup - -
    ${Array.from({ length: 8 }, (_, i) => `u${i} 7 signup - -\nu${i} 14 visit - -`).join('\n')}
    end 20.99 end - -`);
  const at = (overall: string) => {
    const { result } = retentionOf(rows, { ...VISIT, periods: 3, overall });
    return result.groups[0]!.overall.map((cell) => ('rate' in cell ? cell.rate : NaN));
  };

  it('pools all users whose periods are over', () => {
    expect(at('pooled')).toEqual([1, 9 / 10, 0 / 2]);
  });

  it('can be the plain mean of the cohorts', () => {
    expect(at('mean')).toEqual([1, 0.75, 0]);
  });

  it('can be held to the cohorts that are known throughout', () => {
    expect(at('balanced')).toEqual([1, 0.5, 0]);
  });

  it('says where the curve rises only because weaker cohorts end', () => {
    // Strong old cohort: 4 of 4 in weeks 1 and 2. Weak young one: 0 of 4 in week 1, week 2 unknown.
    const mixed = data(`
      ${Array.from({ length: 4 }, (_, i) => `a${i} 0 signup - -\na${i} 7 visit - -\na${i} 14 visit - -`).join('\n')}
      ${Array.from({ length: 4 }, (_, i) => `b${i} 7 signup - -`).join('\n')}
      end 20.99 end - -`);
    const { result } = retentionOf(mixed, { ...VISIT, periods: 3 });
    expect(result.groups[0]!.overall.map(shown)).toEqual(['8/8', '4/8', '4/4']);
    expect(result.groups[0]!.mixed).toEqual([2]);
    expect(
      retentionOf(mixed, { ...VISIT, periods: 3, overall: 'balanced' }).result.groups[0]!.mixed,
    ).toEqual([]);
  });
});
