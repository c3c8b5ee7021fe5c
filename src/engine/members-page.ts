import { Problem } from '../base/problem';
import { asText } from '../events/as-text';
import { picked } from '../events/permuted-columns';
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
): { readonly total: number; readonly ids: readonly string[] } {
  const { ids } = input.events;
  if (!ids) throw new Problem('role-missing', { role: 'user' });
  const members = analysis.members?.(input, params, path) ?? new Uint32Array(0);
  const { values, codes } = asText(picked(ids, members.subarray(from, to)));
  return { total: members.length, ids: Array.from(codes, (code) => values[code] ?? '') };
}
