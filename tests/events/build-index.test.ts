import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnValues } from '../../src/data/dataset';
import { buildIndex } from '../../src/events/build-index';
import { block } from '../../src/events/event-index';
import { DAY, START, story } from './story';

const ROLES = { user: 'user', time: 'at', event: 'event' };

function written(column: ColumnValues | null | undefined): (string | number | null)[] {
  if (!column) return [];
  if (column.kind === 'text') {
    return Array.from(column.codes, (code) => (code < 0 ? null : column.values[code]!));
  }
  return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
}

const shop = story(`
  user:text at:time event:text amount:number
  bob       3       buy        10
  ann       2       see        -
  bob       1       see        -
  ann       2       buy        5
  cy        0       see        -
  ann       1       see        -
`);

describe('buildIndex of an event table', () => {
  const index = buildIndex(shop, ROLES);

  it('keeps users in the order of their first row', () => {
    expect(written(index.ids)).toEqual(['bob', 'ann', 'cy']);
    expect(index.users).toBe(3);
    expect([...index.offsets]).toEqual([0, 2, 5, 6]);
  });

  it('orders the rows of a user by time, and rows of one time as in the file', () => {
    expect([...index.time].map((ms) => (ms - START) / DAY)).toEqual([1, 3, 1, 2, 2, 0]);
    expect(written(index.event)).toEqual(['see', 'buy', 'see', 'see', 'buy', 'see']);
  });

  it('puts other columns into the same order when they are asked for', () => {
    expect(written(index.columns.get('amount'))).toEqual([null, 10, null, null, 5, null]);
    expect(index.columns.names).toEqual(['user', 'at', 'event', 'amount']);
    expect(index.columns.get('nothing')).toBeUndefined();
  });

  it('cuts blocks of users without moving rows', () => {
    const part = block(index, 1, 3);
    expect(part.users).toBe(2);
    expect(written(part.ids)).toEqual(['ann', 'cy']);
    expect([...part.offsets]).toEqual([2, 5, 6]);
  });

  it('leaves out rows without a user or a time, and counts each once', () => {
    const gaps = story(`
      user:text at:time event:text
      ann       -       see
      -         1       see
      -         -       see
      bob       1       see
    `);
    const { users, counts } = buildIndex(gaps, ROLES);
    expect(users).toBe(1);
    expect(counts).toMatchObject({ rows: 4, withoutUser: 2, withoutTime: 1 });
  });

  it('counts rows that repeat an earlier one in every column, and keeps them', () => {
    const twice = story(`
      user:text at:time event:text amount:number
      ann       1       buy        5
      ann       1       buy        5
      ann       1       buy        6
      bob       1       buy        5
      ann       1       buy        5
      ann       1       buy        -
      ann       1       buy        -
    `);
    const { time, counts } = buildIndex(twice, ROLES);
    expect(time.length).toBe(7);
    expect(counts.duplicates).toBe(3);
  });

  it('finds duplicates among many rows of one time too', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `ann 1 buy ${i % 25}.5`).join('\n');
    const { counts } = buildIndex(
      story(`user:text at:time event:text amount:number\n${rows}`),
      ROLES,
    );
    expect(counts.duplicates).toBe(15);
  });

  it('refuses a time without an event, and an event without a time', () => {
    expect(() => buildIndex(shop, { user: 'user', time: 'at' })).toThrow('role-missing');
    expect(() => buildIndex(shop, { user: 'user', event: 'event' })).toThrow('role-missing');
  });

  it('names the columns there are when a role names none of them', () => {
    expect(() => buildIndex(shop, { ...ROLES, user: 'usr' })).toThrow(
      expect.objectContaining({
        code: 'not-in-data',
        args: expect.objectContaining({ name: 'usr', near: 'user' }),
        at: { path: 'roles.user' },
      }),
    );
  });

  it('refuses a time column that holds no times', () => {
    expect(() => buildIndex(shop, { ...ROLES, time: 'amount' })).toThrow('wrong-type');
  });

  it('refuses a file whose rows all lack a user or a time', () => {
    const empty = story('user:text at:time event:text\n- 1 see\nann - see');
    expect(() => buildIndex(empty, ROLES)).toThrow('no-rows-left');
  });

  it('gives every user what a plain sort gives, whatever kind the user column is', () => {
    const row = fc.record({
      user: fc.option(fc.integer({ min: -2, max: 4 }), { freq: 8 }),
      at: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 8 }),
    });
    const scales = { text: 1, number: 1e9 + 0.5, 'small number': 1, time: 1 };
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 120 }),
        fc.constantFrom(...(Object.keys(scales) as (keyof typeof scales)[])),
        (rows, kind) => {
          const column = kind === 'small number' ? 'number' : kind;
          const lines = rows.map(({ user, at }, i) => {
            const id =
              user === null ? '-' : (kind === 'small number' ? user + 2 : user) * scales[kind];
            return `${id} ${at ?? '-'} e${i}`;
          });
          const kept = rows
            .map(({ user, at }, i) => ({ user, at, event: `e${i}` }))
            .filter(({ user, at }) => user !== null && at !== null);
          const users = [...new Set(kept.map(({ user }) => user))];
          const expected = users.map((user) =>
            kept
              .filter((each) => each.user === user)
              .sort((a, b) => a.at! - b.at!)
              .map(({ event }) => event),
          );
          const build = () =>
            buildIndex(story(`user:${column} at:time event:text\n${lines.join('\n')}`), ROLES);
          if (kept.length === 0) {
            expect(build).toThrow('no-rows-left');
            return;
          }
          const index = build();
          const events = written(index.event);
          const actual = Array.from({ length: index.users }, (_, user) =>
            events.slice(index.offsets[user], index.offsets[user + 1]),
          );
          expect(actual).toEqual(expected);
        },
      ),
    );
  });

  it('sorts users with many rows out of order', () => {
    const rows = Array.from({ length: 200 }, (_, i) => `ann ${(i * 37) % 50} e${i}`);
    const index = buildIndex(story(`user:text at:time event:text\n${rows.join('\n')}`), ROLES);
    const expected = rows
      .map((line) => line.split(' '))
      .sort((a, b) => Number(a[1]) - Number(b[1]))
      .map(([, , event]) => event);
    expect(written(index.event)).toEqual(expected);
  });
});

describe('buildIndex of a unit table', () => {
  const units = story(`
    user:number plan:text paid:number
    7           a         1
    8           b         2
    7           a         1
    9           b         -
    8           c         2
    -           c         4
  `);

  it('keeps the first row of each user and counts the others', () => {
    const index = buildIndex(units, { user: 'user' });
    expect(index.kind).toBe('units');
    expect(written(index.ids)).toEqual([7, 8, 9]);
    expect(written(index.attributes.get('plan'))).toEqual(['a', 'b', 'b']);
    expect(written(index.attributes.get('paid'))).toEqual([1, 2, null]);
    expect(index.counts).toMatchObject({ rows: 6, withoutUser: 1, duplicates: 1, repeated: 1 });
  });

  it('takes every row as a unit when no column says who', () => {
    const index = buildIndex(units, {});
    expect(index.users).toBe(6);
    expect(index.ids).toBeNull();
    expect(index.counts.duplicates).toBe(0);
  });
});
