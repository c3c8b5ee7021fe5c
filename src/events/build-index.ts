import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import {
  type Column,
  type ColumnValues,
  type Dataset,
  type TextColumn,
  column,
} from '../data/dataset';
import { exampleOf } from '../data/example-of';
import { asText } from './as-text';
import { duplicateRows } from './duplicate-rows';
import type { Columns, EventIndex } from './event-index';
import { groupedByUser, isSortedWithinUsers, sortWithinUsers } from './order-of-rows';
import { NO_COLUMNS, kept, permuted, picked } from './permuted-columns';
import type { Role, Roles } from './roles';
import { userCodes } from './user-codes';

const NO_EVENTS: TextColumn = { kind: 'text', values: [], codes: new Int32Array(0) };

/** No users at all: what an analysis of typed numbers looks at. */
export const NOBODY: EventIndex = {
  kind: 'units',
  users: 0,
  ids: null,
  offsets: new Uint32Array(1),
  time: new Float64Array(0),
  dateOnly: false,
  event: NO_EVENTS,
  columns: NO_COLUMNS,
  attributes: NO_COLUMNS,
  unitRows: null,
  counts: { rows: 0, withoutUser: 0, withoutTime: 0, duplicates: 0, repeated: 0 },
};

/**
 * A dataset as users doing things over time. With the roles `user`, `time` and `event` it is an
 * event table; with `user` alone, or no role, a unit table: without `user` every row is a unit.
 *
 * Linear in the rows: users are counted and rows put behind one another by user; only users whose
 * rows are out of order are sorted. Columns follow when they are asked for.
 *
 * @throws {Problem} `role-missing` when `time` or `event` is given without the roles it needs
 * @throws {Problem} `not-in-data` when a role names no column
 * @throws {Problem} `wrong-type` when the `time` column holds no times
 * @throws {Problem} `no-rows-left` when no row has a user and a time
 */
export function buildIndex(dataset: Dataset, roles: Roles): EventIndex {
  if (roles.time === undefined && roles.event === undefined) return unitIndex(dataset, roles);
  for (const role of ['user', 'time', 'event'] as const) {
    if (roles[role] === undefined) throw new Problem('role-missing', { role }, { path: 'roles' });
  }
  return eventsIndex(dataset, roles);
}

function eventsIndex(dataset: Dataset, roles: Roles): EventIndex {
  const user = roleColumn(dataset, roles, 'user');
  const timeColumn = roleColumn(dataset, roles, 'time');
  if (timeColumn.kind !== 'time') {
    const { name, kind: found } = timeColumn;
    const args = { name, expected: 'time', found, example: exampleOf(timeColumn) };
    throw new Problem('wrong-type', args, { path: 'roles.time' });
  }
  const event = roleColumn(dataset, roles, 'event');

  const coded = userCodes(user, timeColumn.values);
  if (coded.users === 0) throw new Problem('no-rows-left', { rows: dataset.rows });
  const { order, offsets, isFileOrder } = groupedByUser(coded);
  const time = picked(timeColumn, order).values;
  const isSorted = isSortedWithinUsers(offsets, time);
  if (!isSorted) sortWithinUsers(offsets, order, time);

  const all = datasetColumns(dataset);
  const columns = isFileOrder && isSorted ? all : permuted(all, order);
  const first = offsets.slice(0, coded.users).map((place) => order[place]!);
  return {
    kind: 'events',
    users: coded.users,
    ids: picked(user, first),
    offsets,
    time,
    dateOnly: timeColumn.dateOnly,
    event: asText(columns.get(event.name)!),
    columns,
    attributes: NO_COLUMNS,
    unitRows: null,
    counts: {
      rows: dataset.rows,
      withoutUser: coded.withoutUser,
      withoutTime: coded.withoutTime,
      duplicates: duplicatesAmongTies(dataset.columns, offsets, order, time),
      repeated: 0,
    },
  };
}

function unitIndex(dataset: Dataset, roles: Roles): EventIndex {
  const all = datasetColumns(dataset);
  const units = { kind: 'units', time: new Float64Array(0), dateOnly: false } as const;
  const nothing = { event: NO_EVENTS, columns: NO_COLUMNS };
  const counts = { rows: dataset.rows, withoutUser: 0, withoutTime: 0, duplicates: 0, repeated: 0 };
  if (roles.user === undefined) {
    const offsets = new Uint32Array(dataset.rows + 1);
    return {
      ...units,
      ...nothing,
      users: dataset.rows,
      ids: null,
      offsets,
      attributes: all,
      unitRows: null,
      counts,
    };
  }

  const user = roleColumn(dataset, roles, 'user');
  const coded = userCodes(user, null);
  if (coded.users === 0) throw new Problem('no-rows-left', { rows: dataset.rows });
  const { order, offsets: runs } = groupedByUser(coded);
  const first = runs.slice(0, coded.users).map((place) => order[place]!);
  let duplicates = 0;
  for (let unit = 0; unit < coded.users; ++unit) {
    const [from, to] = [runs[unit]!, runs[unit + 1]!];
    if (to - from > 1) duplicates += duplicateRows(dataset.columns, order, from, to);
  }
  const attributes = coded.users === dataset.rows ? all : permuted(all, first);
  return {
    ...units,
    ...nothing,
    users: coded.users,
    ids: attributes.get(user.name)!,
    offsets: new Uint32Array(coded.users + 1),
    attributes,
    unitRows:
      order.length === coded.users ? null : { offsets: runs, columns: permuted(all, order) },
    counts: {
      ...counts,
      withoutUser: coded.withoutUser,
      duplicates,
      repeated: order.length - coded.users - duplicates,
    },
  };
}

function roleColumn(dataset: Dataset, roles: Roles, role: Role): Column {
  const name = roles[role]!;
  const found = column(dataset, name);
  if (found) return found;
  const known = dataset.columns.map((each) => each.name);
  const args = { what: 'column', name, known, near: nearest(name, known) };
  throw new Problem('not-in-data', args, { path: `roles.${role}` });
}

function datasetColumns(dataset: Dataset): Columns {
  const names = dataset.columns.map(({ name }) => name);
  return kept(names, (name) => column(dataset, name));
}

/** Rows of one user and one time stand together: only they can be equal. */
function duplicatesAmongTies(
  columns: readonly ColumnValues[],
  offsets: Uint32Array,
  order: Uint32Array,
  time: Float64Array,
): number {
  let count = 0;
  for (let user = 0; user + 1 < offsets.length; ++user) {
    const end = offsets[user + 1]!;
    for (let from = offsets[user]!; from < end;) {
      let to = from + 1;
      while (to < end && time[to] === time[from]) ++to;
      if (to - from > 1) count += duplicateRows(columns, order, from, to);
      from = to;
    }
  }
  return count;
}
