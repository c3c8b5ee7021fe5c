import { cellsOf } from '../base/cells';
import { type Column, column as columnOf } from '../data/dataset';
import { userCodes } from '../events/user-codes';
import type { People } from './engine';
import { type RowGroups, divisionBy, rowGroups } from './row-groups';
import type { Source } from './source';

/** What a table without a column of users calls how many of them stand behind each of its rows. */
const COUNTED = 'users';

/**
 * How many people stand behind each group of rows: its different users, where a row has one; in a table that has a number
 * of `users` on each row at least the largest of them. Null for a table that is about nobody.
 */
export function peopleBehind(
  { dataset, roles, isAboutPeople }: Source,
  { groupOfRow, firstRows }: RowGroups,
): People | null {
  if (!isAboutPeople) return null;
  const user = roles.user === undefined ? undefined : columnOf(dataset, roles.user);
  if (user) return distinctUsers(user, groupOfRow, firstRows.length);
  const counts = columnOf(dataset, roles.users ?? COUNTED);
  if (counts?.kind !== 'number') return firstRows.map(() => null);
  return largest(counts.values, groupOfRow, firstRows.length);
}

/** The same where every row is shown, with those columns of it. */
export function peopleOfRows(source: Source, shown: readonly Column[]): People | null {
  const divisions = shown.map((column) => divisionBy(column, null, 'UTC'));
  const groups = rowGroups(divisions, source.dataset.rows);
  const people = peopleBehind(source, groups);
  return people && Array.from(groups.groupOfRow, (group) => people[group]!);
}

function distinctUsers(user: Column, groupOfRow: Int32Array, groups: number): People {
  const { codes, users } = userCodes(user, null);
  const counts = new Array<number | null>(groups).fill(null);
  const seen = new Int32Array(users).fill(-1);
  for (const row of cellsOf(groupOfRow, groups).order) {
    const code = codes[row]!;
    const group = groupOfRow[row]!;
    if (code < 0 || seen[code] === group) continue;
    seen[code] = group;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

function largest(counts: Float64Array, groupOfRow: Int32Array, groups: number): People {
  const most = new Array<number | null>(groups).fill(null);
  for (let row = 0; row < groupOfRow.length; ++row) {
    const group = groupOfRow[row]!;
    const count = counts[row]!;
    if (!Number.isNaN(count)) most[group] = Math.max(most[group] ?? 0, count);
  }
  return most;
}
