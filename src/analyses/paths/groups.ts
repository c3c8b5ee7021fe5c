import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import type { Counted, JoinedPaths } from './joined';
import type { PathsParams } from './params';

/** Groups that are compared; further, smaller ones are left out. */
const MOST_COMPARED = 10;

/**
 * The ten largest groups, the control first: the one named, else the one called so, else the
 * largest.
 *
 * @throws {Problem} `no-such-group`
 */
export function comparedGroups(
  { groups }: JoinedPaths,
  { control }: PathsParams,
): readonly (Counted & { readonly name: string })[] {
  if (control !== undefined && !groups.some(({ name }) => name === control)) {
    const known = groups.map(({ name }) => name);
    const args = { name: control, known, near: nearest(control, known) };
    throw new Problem('no-such-group', args, { path: 'control' });
  }
  const first =
    groups.find(({ name }) => name === control) ??
    groups.find(({ name }) => name.toLowerCase() === 'control') ??
    groups[0];
  if (!first) return [];
  return [first, ...groups.filter((group) => group !== first)].slice(0, MOST_COMPARED);
}
