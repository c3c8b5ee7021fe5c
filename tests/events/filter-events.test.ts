import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/events/build-index';
import { type EventIndex, block } from '../../src/events/event-index';
import { eventMask } from '../../src/events/event-mask';
import { filterEvents, filterUsers } from '../../src/events/filter-events';
import { story } from './story';

const index = buildIndex(
  story(`
    user:text at:time event:text amount:number
    ann       1       see        -
    bob       2       buy        5
    ann       3       buy        7
    cy        4       see        -
    bob       5       buy        9
  `),
  { user: 'user', time: 'at', event: 'event' },
);

function rowsOf({ users, offsets, event }: EventIndex): string[][] {
  return Array.from({ length: users }, (_, user) =>
    Array.from(event.codes.slice(offsets[user], offsets[user + 1]), (code) => event.values[code]!),
  );
}

describe('eventMask', () => {
  const mask = (event: string | string[], where?: Record<string, object>) => [
    ...eventMask(index, { event, where: where as never }, 'UTC', 'metrics[0]'),
  ];

  it('marks one event, any of several, or all', () => {
    expect(mask('buy')).toEqual([0, 1, 1, 1, 0]);
    expect(mask(['buy', 'see'])).toEqual([1, 1, 1, 1, 1]);
    expect(mask('*')).toEqual([1, 1, 1, 1, 1]);
  });

  it('marks only rows that pass the filter', () => {
    expect(mask('buy', { amount: { '>=': 6 } })).toEqual([0, 1, 0, 1, 0]);
    expect(mask('*', { amount: { exists: false } })).toEqual([1, 0, 0, 0, 1]);
  });

  it('covers the rows of a block alone', () => {
    const part = block(index, 1, 2);
    expect([...eventMask(part, { event: 'buy' }, 'UTC', 'x')]).toEqual([1, 1]);
  });

  it('names the events there are, and where the wrong one stands', () => {
    expect(() => mask('bui')).toThrow(
      expect.objectContaining({
        code: 'not-in-data',
        args: { what: 'event', name: 'bui', known: ['see', 'buy'], near: 'buy' },
        at: { path: 'metrics[0].event' },
      }),
    );
  });
});

describe('filterEvents', () => {
  it('keeps every user, with or without rows', () => {
    const kept = filterEvents(index, eventMask(index, { event: 'buy' }, 'UTC', 'x'));
    expect(rowsOf(kept)).toEqual([['buy'], ['buy', 'buy'], []]);
    expect([...(kept.columns.get('amount') as { values: Float64Array }).values]).toEqual([7, 5, 9]);
  });

  it('gives the index itself when nothing goes', () => {
    expect(filterEvents(index, new Uint8Array(5).fill(1))).toBe(index);
  });
});

describe('filterUsers', () => {
  it('takes users out with their rows', () => {
    const kept = filterUsers(index, Uint8Array.of(1, 0, 1));
    expect(rowsOf(kept)).toEqual([['see', 'buy'], ['see']]);
    expect(kept.ids).toMatchObject({ codes: Int32Array.of(0, 2) });
  });

  it('takes users of a unit table out with their attributes', () => {
    const units = buildIndex(story('user:text plan:text\nann a\nbob b\ncy a'), { user: 'user' });
    const kept = filterUsers(units, Uint8Array.of(0, 1, 1));
    expect(kept.users).toBe(2);
    expect(kept.attributes.get('plan')).toMatchObject({ codes: Int32Array.of(1, 0) });
  });
});
