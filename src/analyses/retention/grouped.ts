import type { Groups } from './memberships';

/** More groups than this are put together. */
const MOST_GROUPS = 10;

export interface NamedGroup {
  /** Null without a breakdown. */
  readonly name: string | null;
  readonly isRest: boolean;
}

/** The groups of a breakdown, the largest first, and which of them each start is in. */
export interface Grouped {
  readonly groups: readonly NamedGroup[];
  readonly of: Uint8Array;
}

/** The ten largest groups, and the rest as `Other`; one without a name where there is no breakdown. */
export function grouped({ values, codes }: Groups): Grouped {
  if (values.length === 0) {
    return { groups: [{ name: null, isRest: false }], of: new Uint8Array(codes.length) };
  }
  const sizes = new Uint32Array(values.length);
  for (let i = 0; i < codes.length; ++i) ++sizes[codes[i]!]!;
  const found = [...sizes.keys()]
    .filter((at) => sizes[at]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || (values[a]! < values[b]! ? -1 : 1));
  const own = found.slice(0, MOST_GROUPS);
  const groupAt = new Uint8Array(sizes.length).fill(own.length);
  own.forEach((at, group) => {
    groupAt[at] = group;
  });
  const groups: NamedGroup[] = own.map((at) => ({ name: values[at]!, isRest: false }));
  if (found.length > own.length) groups.push({ name: 'Other', isRest: true });
  return { groups, of: Uint8Array.from(codes, (code) => groupAt[code]!) };
}
