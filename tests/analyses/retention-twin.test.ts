import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { story } from '../events/story';
import { retentionOf, shown } from './retention-run';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ORIGIN = Date.parse('2026-03-02T00:00Z');

interface Event {
  readonly user: string;
  readonly ms: number;
  readonly name: string;
  /** Whether it passes the filter of the start. */
  readonly passes: boolean;
}

interface Asked {
  readonly zone: string;
  readonly period: 'hour' | 'day' | 'week' | 'month';
  readonly weekStart: 'monday' | 'sunday';
  readonly cohorts: 'first-time' | 'first-ever' | 'recurring';
  readonly mode: 'on' | 'on-or-after' | 'brackets' | 'on-or-before' | 'streak';
  readonly windows: 'calendar' | '24h';
  readonly periods: number;
  readonly beyond: number | null;
  readonly brackets: readonly number[];
  readonly minimum: number;
  readonly returns: string;
}

/** Number of the local period, from the platform's calendar alone. */
function bucketOf(ms: number, { zone, period, weekStart }: Asked): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(ms);
  const part = (type: string) => Number(parts.find((each) => each.type === type)!.value);
  const day = Date.UTC(part('year'), part('month') - 1, part('day')) / DAY;
  switch (period) {
    // In the zones below hours begin at whole hours of UTC.
    case 'hour':
      return Math.floor(ms / HOUR);
    case 'day':
      return day;
    case 'week':
      return Math.floor((day + (weekStart === 'monday' ? 3 : 4)) / 7);
    case 'month':
      return 12 * part('year') + part('month');
  }
}

/** Cells by cohort, counted by looking at every event again for each of them. */
function recounted(events: readonly Event[], asked: Asked, end: number): Map<number, string[]> {
  const { cohorts, mode, windows, periods, minimum } = asked;
  const unit = { hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY }[asked.period];
  const places: { cohort: number; start: Event }[] = [];
  for (const user of new Set(events.map((each) => each.user))) {
    const own = events.filter((each) => each.user === user).sort((a, b) => a.ms - b.ms);
    const starts = own.filter((each) => each.name === 'start');
    const passing = starts.filter((each) => each.passes);
    const first =
      cohorts === 'first-ever'
        ? starts.slice(0, 1).filter((each) => each.passes)
        : passing.slice(0, 1);
    const chosen = cohorts === 'recurring' ? passing : first;
    const seen = new Set<number>();
    for (const start of chosen) {
      const cohort = bucketOf(start.ms, asked);
      if (!seen.has(cohort)) places.push({ cohort, start });
      seen.add(cohort);
    }
  }
  const offsetOf = (ms: number, { ms: t }: Event): number =>
    windows === 'calendar' ? bucketOf(ms, asked) - bucketOf(t, asked) : Math.floor((ms - t) / unit);
  const returnsIn = (start: Event, from: number, to: number): number =>
    events.filter(
      ({ user, ms, name }) =>
        user === start.user &&
        ms >= start.ms &&
        (asked.returns === '*' || name === asked.returns) &&
        offsetOf(ms, start) >= from &&
        offsetOf(ms, start) <= to,
    ).length;
  const isOver = (start: Event, offset: number): boolean => offsetOf(end, start) > offset;
  const horizon = asked.beyond === null ? null : periods - 1 + asked.beyond;

  const columns: ((start: Event) => boolean | null)[] =
    mode === 'brackets'
      ? asked.brackets.map((size, j) => {
          const from = 1 + asked.brackets.slice(0, j).reduce((sum, each) => sum + each, 0);
          const to = from + size - 1;
          return (start) => (isOver(start, to) ? returnsIn(start, from, to) >= minimum : null);
        })
      : Array.from({ length: periods }, (_, k) => (start: Event) => {
          const last = mode === 'on-or-after' && horizon !== null ? horizon : k;
          if (!isOver(start, last)) return null;
          if (k === 0) return true;
          switch (mode) {
            case 'on':
              return returnsIn(start, k, k) >= minimum;
            case 'on-or-before':
              return returnsIn(start, 1, k) >= minimum;
            case 'streak':
              return Array.from({ length: k + 1 }, (_, j) => j).every(
                (j) => returnsIn(start, j, j) >= minimum,
              );
            default:
              return returnsIn(start, k, horizon ?? Infinity) >= minimum;
          }
        });

  const table = new Map<number, string[]>();
  for (const cohort of [...new Set(places.map((each) => each.cohort))].sort((a, b) => a - b)) {
    const own = places.filter((each) => each.cohort === cohort);
    const cells = columns.map((column) => {
      const known = own.map(({ start }) => column(start)).filter((each) => each !== null);
      return known.length === 0 ? '?' : `${known.filter(Boolean).length}/${known.length}`;
    });
    table.set(cohort, [String(own.length), ...cells]);
  }
  return table;
}

/** Streams over the spring change of clocks, on whole quarters of an hour so that ties and edges happen. */
const streams = fc.array(
  fc.record({
    user: fc.constantFrom('ann', 'bob', 'cat'),
    quarter: fc.integer({ min: 0, max: 4 * 24 * 45 }),
    name: fc.constantFrom('start', 'back', 'other'),
    passes: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

const questions = fc.record({
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'),
  period: fc.constantFrom('hour' as const, 'day' as const, 'week' as const, 'month' as const),
  weekStart: fc.constantFrom('monday' as const, 'sunday' as const),
  cohorts: fc.constantFrom('first-time' as const, 'first-ever' as const, 'recurring' as const),
  mode: fc.constantFrom(
    'on' as const,
    'on-or-after' as const,
    'brackets' as const,
    'on-or-before' as const,
    'streak' as const,
  ),
  windows: fc.constantFrom('calendar' as const, '24h' as const),
  periods: fc.integer({ min: 1, max: 6 }),
  beyond: fc.option(fc.integer({ min: 0, max: 3 })),
  brackets: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  minimum: fc.integer({ min: 1, max: 2 }),
  returns: fc.constantFrom('*', 'back', 'start'),
});

describe('retention', () => {
  it('agrees with a direct re-count, in zones with daylight saving too', () => {
    let compared = 0;
    fc.assert(
      fc.property(streams, questions, (stream, asked) => {
        const events = stream.map(({ quarter, ...rest }): Event => ({
          ...rest,
          ms: ORIGIN + (quarter * HOUR) / 4,
        }));
        const end = ORIGIN + 46 * DAY;
        if (!events.some(({ name, passes }) => name === 'start' && passes)) return;
        const rows = [...events, { user: 'end', ms: end, name: 'back', passes: false }].map(
          ({ user, ms, name, passes }) =>
            `${user} ${(ms - ORIGIN) / DAY} ${name} ${passes ? 'yes' : 'no'}`,
        );
        const expected = recounted(events, asked, end);
        if (expected.size === 0) return;
        const { periods, beyond, brackets } = asked;
        const { result } = retentionOf(
          story(`user:text at:time event:text passes:flag\n${rows.join('\n')}`),
          {
            start: { event: 'start', where: { passes: true } },
            return: { event: asked.returns },
            cohorts: asked.cohorts,
            period: asked.period,
            periods,
            mode: asked.mode,
            horizon: beyond === null ? null : periods - 1 + beyond,
            brackets,
            windows: asked.windows,
            minimum: asked.minimum,
            timezone: asked.zone,
            weekStart: asked.weekStart,
            completeThrough: new Date(end).toISOString(),
          },
        );
        const actual = result.groups[0]!.rows.map(({ users, cells }) => [
          String(users),
          ...cells.map(shown),
        ]);
        expect(actual).toEqual([...expected.values()]);
        compared += actual.length;
      }),
      { numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
