import { elementIndex, parsePath } from '../../notebook/path';
import type { Json } from '../../base/json';
import type { Input } from '../analysis';
import { cohortDates } from './cohort-dates';
import { grouped } from './grouped';
import { membershipsOf } from './memberships';
import type { RetentionParams } from './params';
import { spansOf } from './spans';

/**
 * The users behind a path: those of a cohort (`groups[0].rows["2026-01-05"]`), those of it who
 * returned (`….cells[1]`), who could have (`….cells[1].of`), or the same of all cohorts
 * (`groups[0].overall[1]`) and of a whole group (`groups[0]`). Ascending; empty where no users stand
 * behind it.
 */
export function members(input: Input, params: RetentionParams, path: string): Uint32Array {
  const [list, name, part, ...rest] = parsePath(path);
  const found = membershipsOf(input, params);
  const { groups, of } = grouped(found.group, params.control);
  if (list !== 'groups' || name === undefined) return new Uint32Array(0);
  const group = elementIndex(groups as unknown as Json[], name);
  const [cohort, column, field] = part === 'rows' ? [rest[0], rest[2], rest[3]] : [null, ...rest];
  if (group < 0 || (part === 'rows' && cohort === undefined)) return new Uint32Array(0);
  if (column !== undefined && !spansOf(params)[Number(column)]) return new Uint32Array(0);
  const dates = cohortDates(input.scope, params);
  const needs = column === undefined ? 0 : spansOf(params)[Number(column)]!.needs;
  const users = new Set<number>();
  for (let i = 0; i < found.user.length; ++i) {
    if (of[i] !== group) continue;
    if (typeof cohort === 'string' && dates.name(found.cohort[i]!) !== cohort) continue;
    if (column !== undefined && found.known[i]! < needs) continue;
    if (column !== undefined && field !== 'of' && !returned(found, i, Number(column))) continue;
    users.add(found.user[i]!);
  }
  return Uint32Array.from(users);
}

function returned(
  { ends, column }: { readonly ends: Uint32Array; readonly column: Uint32Array },
  i: number,
  wanted: number,
): boolean {
  return column.subarray(i === 0 ? 0 : ends[i - 1], ends[i]).includes(wanted);
}
