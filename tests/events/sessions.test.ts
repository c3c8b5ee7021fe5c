import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/data/byte-source';
import type { NumberColumn, TextColumn } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { buildIndex } from '../../src/events/build-index';
import { calendar } from '../../src/events/calendar';
import { type EventIndex, block } from '../../src/events/event-index';
import { filterEvents } from '../../src/events/filter-events';
import {
  DEFAULT_SESSIONS,
  type SessionRule,
  bySession,
  withSessions,
} from '../../src/events/sessions';
import { DAY, START, story } from './story';

const ROLES = { user: 'user', time: 'at', event: 'event' };

/** `12:30` on a day of the story, in days. */
const at = (day: number, clock: string): number => {
  const [hours, minutes, seconds = 0] = clock.split(':').map(Number);
  return day + (hours! * 3600 + minutes! * 60 + seconds) / 86_400;
};

/** An index of one user's rows `day clock event channel`. */
function visits(text: string, rule: Partial<SessionRule> = {}, zone = 'UTC'): EventIndex {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([day, clock, event, channel = '-', user = 'u1']) => {
      return `${user} ${at(Number(day), clock!)} ${event} ${channel}`;
    });
  const data = story(`user:text at:time event:text channel:text\n${rows.join('\n')}`);
  return withSessions(buildIndex(data, ROLES), {
    rule: { ...DEFAULT_SESSIONS, ...rule },
    days: calendar(zone),
    until: Infinity,
  });
}

function numbers(index: EventIndex, name = '$session'): number[] {
  return [...(index.columns.get(name) as NumberColumn).values];
}

function texts(index: EventIndex, name: string): (string | undefined)[] {
  const { values, codes } = index.columns.get(name) as TextColumn;
  return Array.from(codes, (code) => values[code]);
}

const DAY_IN_A_SHOP = `
  0 10:00:00 visit search
  0 10:30:00 view
  0 11:00:01 visit mail
  0 11:00:01 view social
  0 23:50:00 visit social
  1 00:10:00 cart
  1 00:15:00 visit mail`;

describe('withSessions', () => {
  it('ends a session after more than half an hour of silence, not after exactly that', () => {
    expect(numbers(visits(DAY_IN_A_SHOP))).toEqual([1, 1, 2, 2, 3, 3, 3]);
  });

  it('takes another gap', () => {
    expect(numbers(visits(DAY_IN_A_SHOP, { gapMs: 60_000 }))).toEqual([1, 2, 3, 3, 4, 5, 6]);
    expect(numbers(visits(DAY_IN_A_SHOP, { gapMs: DAY }))).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('ends sessions at local midnight where that is asked for', () => {
    const midnight = { midnight: true };
    expect(numbers(visits(DAY_IN_A_SHOP, midnight))).toEqual([1, 1, 2, 2, 3, 4, 4]);
    // Midnight in Berlin is 23:00 UTC in winter: nobody is active across it.
    expect(numbers(visits(DAY_IN_A_SHOP, midnight, 'Europe/Berlin'))).toEqual([
      1, 1, 2, 2, 3, 3, 3,
    ]);
  });

  it('finds midnight on the day the clocks change', () => {
    // 29 March 2026 in Berlin has 23 hours: it ends at 22:00 UTC.
    const rows = `
      26 22:50 visit
      26 23:00 view
      27 21:50 visit
      27 22:00 view`;
    expect(numbers(visits(rows, { midnight: true }, 'Europe/Berlin'))).toEqual([1, 2, 3, 4]);
  });

  it('ends a session when a watched value changes; a missing value changes nothing', () => {
    // Equal times are never parted: at 11:00:01 the channel becomes social within the session.
    expect(numbers(visits(DAY_IN_A_SHOP, { change: ['channel'] }))).toEqual([1, 1, 2, 2, 3, 3, 4]);
  });

  it('forgets the watched value when a session ends otherwise', () => {
    const rows = `
      0 10:00 visit search
      0 12:00 view
      0 12:01 visit mail`;
    expect(numbers(visits(rows, { change: ['channel'] }))).toEqual([1, 2, 2]);
  });

  it('says how long a session is, how many events it has, and its first and last event', () => {
    const index = visits(DAY_IN_A_SHOP);
    expect(numbers(index, '$sessionEvents')).toEqual([2, 2, 2, 2, 3, 3, 3]);
    expect(numbers(index, '$sessionMs')).toEqual([
      1_800_000, 1_800_000, 0, 0, 1_500_000, 1_500_000, 1_500_000,
    ]);
    expect(texts(index, '$sessionFirst')).toEqual(
      'visit visit visit visit visit visit visit'.split(' '),
    );
    expect(texts(index, '$sessionLast')).toEqual(
      'view view view view visit visit visit'.split(' '),
    );
  });

  it('starts each user at 1', () => {
    const rows = `
      0 10:00 visit - u1
      0 12:00 visit - u1
      0 12:10 visit - u2`;
    expect(numbers(visits(rows))).toEqual([1, 2, 1]);
  });

  it('keeps its boundaries when rows are filtered out', () => {
    const index = visits(`
      0 10:00 visit
      0 10:20 view
      0 10:40 cart`);
    expect(numbers(filterEvents(index, Uint8Array.of(1, 0, 1)))).toEqual([1, 1]);
  });

  it('puts rows after the data end in no session', () => {
    const data = story('user:text at:time event:text\nu1 0 a\nu1 0.001 b\nu1 0.002 c');
    const index = withSessions(buildIndex(data, ROLES), {
      rule: DEFAULT_SESSIONS,
      days: calendar('UTC'),
      until: START + 0.002 * DAY,
    });
    expect(numbers(index)).toEqual([1, 1, NaN]);
    expect(numbers(index, '$sessionEvents')).toEqual([2, 2, NaN]);
    expect(texts(index, '$sessionLast')).toEqual(['b', 'b', undefined]);
  });

  it('names the place of a watched column that is not there', () => {
    const index = visits(DAY_IN_A_SHOP, { change: ['chanel'] });
    expect(() => index.columns.get('$session')).toThrow(
      expect.objectContaining({
        code: 'not-in-data',
        args: expect.objectContaining({ near: 'channel' }) as unknown,
        at: { path: 'sessions.change[0]' },
      }) as Error,
    );
  });
});

describe('bySession', () => {
  it('has sessions in the place of users', () => {
    const index = visits(`
      0 10:00 visit - u1
      0 12:00 visit - u1
      0 12:01 view  - u1
      0 12:10 visit - u2`);
    const { sessions, user } = bySession(index);
    expect([...user]).toEqual([0, 0, 1]);
    expect([...sessions.offsets]).toEqual([0, 1, 3, 4]);
    expect(sessions.users).toBe(3);
    const second = bySession(block(index, 1, 2));
    expect([...second.sessions.offsets]).toEqual([3, 4]);
    expect([...second.user]).toEqual([0]);
  });
});

interface Row {
  readonly user: number;
  readonly minute: number;
  readonly channel: number;
}

const rows = fc.array(
  fc.record({
    user: fc.integer({ min: 0, max: 3 }),
    minute: fc.integer({ min: 0, max: 400 }),
    channel: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 40 },
);

function indexOf(list: readonly Row[], days = 0): EventIndex {
  const lines = list.map(({ user, minute, channel }) => {
    const time = days + Math.round((minute / 1440) * DAY) / DAY;
    return `u${user} ${time} e ${channel === 0 ? '-' : `c${channel}`}`;
  });
  const data = story(`user:text at:time event:text channel:text\n${lines.join('\n')}`);
  return buildIndex(data, ROLES);
}

/** The rule read off a list of one user's rows, one row at a time. */
function direct(index: EventIndex, { gapMs, midnight, change }: SessionRule): number[] {
  const { codes } = index.columns.get('channel') as TextColumn;
  const sessions: number[] = [];
  for (let user = 0; user < index.users; ++user) {
    let session: number[] = [];
    let count = 0;
    for (let row = index.offsets[user]!; row < index.offsets[user + 1]!; ++row) {
      const t = index.time[row]!;
      const before = session.at(-1);
      const channel = session
        .map((each) => codes[each]!)
        .filter((code) => code >= 0)
        .at(-1);
      const isSame =
        before !== undefined &&
        (index.time[before] === t ||
          (t - index.time[before]! <= gapMs &&
            !(midnight && Math.floor(t / DAY) > Math.floor(index.time[before]! / DAY)) &&
            !(
              change.length > 0 &&
              channel !== undefined &&
              codes[row]! >= 0 &&
              codes[row] !== channel
            )));
      session = isSame ? [...session, row] : [row];
      count += isSame ? 0 : 1;
      sessions.push(count);
    }
  }
  return sessions;
}

describe('sessions of any stream', () => {
  const rules = fc.record({
    gapMs: fc.constantFrom(60_000, 600_000, 1_800_000),
    midnight: fc.boolean(),
    change: fc.constantFrom<readonly string[]>([], ['channel']),
  });
  const setting = (rule: SessionRule) => ({ rule, days: calendar('UTC'), until: Infinity });

  it('are those that the rule gives row by row', () => {
    fc.assert(
      fc.property(rows, rules, (list, rule) => {
        const index = withSessions(indexOf(list, 0.9), setting(rule));
        expect(numbers(index)).toEqual(direct(index, rule));
      }),
    );
  });

  it('stay the same when all times move by whole days', () => {
    fc.assert(
      fc.property(rows, rules, fc.integer({ min: 1, max: 400 }), (list, rule, days) => {
        const [now, later] = [0, days].map((by) => withSessions(indexOf(list, by), setting(rule)));
        expect(numbers(later!)).toEqual(numbers(now!));
      }),
    );
  });
});

const ECOM = '../shared/data/ecom_events/ecom.csv.gz';

describe('the public shop ecom_events', () => {
  if (!existsSync(ECOM)) console.warn(`skipped: ${ECOM} is not here`);
  it.skipIf(!existsSync(ECOM))(
    'has the 3,605 sessions of 8.63 events that pandas counts',
    async () => {
      const bytes = bytesSource(new Uint8Array(readFileSync(ECOM)));
      const dataset = await readDataset(bytes, { name: 'ecom.csv.gz' });
      const index = withSessions(
        buildIndex(dataset, { user: 'user_id', time: 'timestamp', event: 'event' }),
        { rule: DEFAULT_SESSIONS, days: calendar('UTC'), until: Infinity },
      );
      const { sessions } = bySession(index);
      expect(sessions.users).toBe(3605);
      expect(index.time.length / sessions.users).toBeCloseTo(8.628571428571428, 12);
    },
  );
});
