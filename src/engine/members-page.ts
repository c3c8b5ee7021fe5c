import { Problem } from '../base/problem';
import { asText } from '../events/as-text';
import { picked } from '../events/permuted-columns';
import type { MembersSlice } from './engine';
import type { Setup } from './run-analysis';

/**
 * The ids `[from, to)` of the users behind the number at `path`.
 *
 * @throws {Problem} `role-missing` when the table does not say who its rows are
 */
export function membersPage(
  { analysis, params, input }: Setup,
  path: string,
  from: number,
  to: number,
): MembersSlice {
  const { ids } = input.events;
  if (!ids) throw new Problem('role-missing', { role: 'user' });
  const members = analysis.members?.(input, params, path) ?? new Uint32Array(0);
  const users = members.subarray(from, to);
  const { values, codes } = asText(picked(ids, users));
  const facts = analysis.memberFacts?.(input, params, users);
  return {
    total: members.length,
    ids: Array.from(codes, (code) => values[code] ?? ''),
    ...(facts ? { facts } : {}),
  };
}
