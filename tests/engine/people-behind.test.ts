import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/data/dataset';
import { peopleOfRows } from '../../src/engine/people-behind';
import type { Source } from '../../src/engine/source';

interface Row {
  readonly user: string | null;
  readonly town: string;
  readonly day: number;
}

function text(name: string, cells: readonly (string | null)[]): Column {
  const values = [...new Set(cells.flatMap((each) => each ?? []))];
  const codes = Int32Array.from(cells, (each) => values.indexOf(each ?? ''));
  return { name, kind: 'text', values, codes, missing: 0, unreadable: 0 };
}

function numbers(name: string, cells: readonly number[]): Column {
  return { name, kind: 'number', values: Float64Array.from(cells), missing: 0, unreadable: 0 };
}

function sourceOf(
  columns: readonly Column[],
  roles: Source['roles'],
  isAboutPeople = true,
): Source {
  const rows = columns[0]!.kind === 'text' ? columns[0]!.codes.length : columns[0]!.values.length;
  const dataset = { name: '', fingerprint: '', rows, columns, warnings: [] };
  return {
    ...{ notebook: '', cell: 't', params: {}, timezone: 'UTC', bytes: 0, parts: [], from: [] },
    ...{ how: '', guesses: [], dataset, roles, isAboutPeople },
  };
}

const visits = (rows: readonly Row[], roles: Source['roles']): Source =>
  sourceOf(
    [
      text('user', rows.map(({ user }) => user)), // prettier-ignore
      text('town', rows.map(({ town }) => town)), // prettier-ignore
      numbers('day', rows.map(({ day }) => day)), // prettier-ignore
    ],
    roles,
  );

describe('peopleOfRows(source, shown)', () => {
  it('counts people, not rows, who are alike in what is shown', () => {
    const rows = ['a', 'a', 'a', 'b', 'c', 'c'].map((user, day) => {
      return { user, day, town: user === 'b' ? 'Rome' : 'Oslo' };
    });
    const source = visits(rows, { user: 'user' });
    const [, town, day] = source.dataset.columns;
    expect(peopleOfRows(source, [town!])).toEqual([2, 2, 2, 1, 2, 2]);
    expect(peopleOfRows(source, [town!, day!])).toEqual([1, 1, 1, 1, 1, 1]);
    expect(peopleOfRows(source, [])).toEqual([3, 3, 3, 3, 3, 3]);
  });

  it('does not know who stands behind rows without a user', () => {
    const rows = [{ user: null, town: 'Oslo', day: 1 }];
    const source = visits(rows, { user: 'user' });
    expect(peopleOfRows(source, [source.dataset.columns[1]!])).toEqual([null]);
  });

  it('takes the word of a table that counts its users, the largest of those that look alike', () => {
    const [week, users] = [text('week', ['1', '2', '2']), numbers('users', [40, 3, 12])];
    expect(peopleOfRows(sourceOf([week, users], {}), [week])).toEqual([40, 12, 12]);
    expect(peopleOfRows(sourceOf([week], {}), [week])).toEqual([null, null, null]);
    const named = numbers('buyers', [5, 6, 7]);
    expect(peopleOfRows(sourceOf([week, named], { users: 'buyers' }), [week])).toEqual([5, 7, 7]);
  });

  it('counts nobody in a table of costs', () => {
    const week = text('week', ['1']);
    expect(peopleOfRows(sourceOf([week], {}, false), [week])).toBeNull();
  });

  it('is the size of the set of users, whatever the order of the rows', () => {
    const row = fc.record({
      user: fc.constantFrom('a', 'b', 'c', 'd', null),
      town: fc.constantFrom('Oslo', 'Rome', 'Bern'),
      day: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const source = visits(rows, { user: 'user' });
        const [, town, day] = source.dataset.columns;
        const twin = rows.map(({ town, day }) => {
          const alike = rows.filter((each) => each.town === town && each.day === day);
          return new Set(alike.flatMap(({ user }) => user ?? [])).size || null;
        });
        expect(peopleOfRows(source, [town!, day!])).toEqual(twin);
      }),
    );
  });
});
