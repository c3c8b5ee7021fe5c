import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import type { Groups } from './memberships';

/** More groups than this are put together. */
const MOST_GROUPS = 10;

export interface NamedGroup {
  /** Null without a breakdown. */
  readonly name: string | null;
  readonly isRest: boolean;
}

/** The groups of a breakdown, the control first and then the largest, and which of them each start is in. */
export interface Grouped {
  readonly groups: readonly NamedGroup[];
  readonly of: Uint8Array;
  /** The group that others are compared with: the first; null where there is only one. */
  readonly control: number | null;
}

/**
 * The ten largest groups, and the rest as `Other`; one without a name where there is no breakdown.
 *
 * @param control  the group to compare with; absent: the one called `control`, else the largest
 * @throws {Problem} `not-in-data` when the control is no group
 */
export function grouped({ values, codes }: Groups, control?: string): Grouped {
  if (values.length === 0) {
    const of = new Uint8Array(codes.length);
    return { groups: [{ name: null, isRest: false }], of, control: null };
  }
  const sizes = new Uint32Array(values.length);
  for (let i = 0; i < codes.length; ++i) ++sizes[codes[i]!]!;
  const found = [...sizes.keys()]
    .filter((at) => sizes[at]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || (values[a]! < values[b]! ? -1 : 1));
  const first = found.find((at) => values[at] === (control ?? 'control'));
  if (first === undefined && control !== undefined) {
    const known = found.map((at) => values[at]!);
    const args = { what: 'group', name: control, known, near: nearest(control, known) };
    throw new Problem('not-in-data', args, { path: 'control' });
  }
  const ordered = first === undefined ? found : [first, ...found.filter((at) => at !== first)];
  const own = ordered.slice(0, MOST_GROUPS);
  const groupAt = new Uint8Array(sizes.length).fill(own.length);
  own.forEach((at, group) => {
    groupAt[at] = group;
  });
  const groups: NamedGroup[] = own.map((at) => ({ name: values[at]!, isRest: false }));
  if (found.length > own.length) groups.push({ name: 'Other', isRest: true });
  const of = Uint8Array.from(codes, (code) => groupAt[code]!);
  return { groups, of, control: groups.length > 1 ? 0 : null };
}
