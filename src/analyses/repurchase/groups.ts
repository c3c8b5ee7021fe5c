import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import type { Chains } from './chains';

/** Customers alike in what divides them. */
export interface Group {
  readonly name: string;
  readonly isRest: boolean;
  /** Positions among the customers, ascending. */
  readonly customers: readonly number[];
}

/** Groups that stand by themselves; further, smaller ones are put together. */
const MOST_GROUPS = 10;
const REST = 'Other';

/**
 * The ten largest groups and all others together, the control first: the one named, else the one
 * called so, else the largest.
 *
 * @throws {Problem} `no-such-group`
 */
export function groupsOf(
  { values, codes }: Pick<Chains, 'values' | 'codes'>,
  control: string | undefined,
): Group[] {
  const members = values.map((): number[] => []);
  for (const [i, code] of codes.entries()) members[code]!.push(i);
  const found = values
    .map((name, i): Group => ({ name, isRest: false, customers: members[i]! }))
    .filter(({ customers }) => customers.length > 0)
    .sort((a, b) => b.customers.length - a.customers.length || (a.name < b.name ? -1 : 1));
  if (control !== undefined && !found.some(({ name }) => name === control)) {
    const known = found.map(({ name }) => name);
    const args = { name: control, known, near: nearest(control, known) };
    throw new Problem('no-such-group', args, { path: 'control' });
  }
  const first =
    found.find(({ name }) => name === control) ??
    found.find(({ name }) => name.toLowerCase() === 'control') ??
    found[0]!;
  const sorted = [first, ...found.filter((group) => group !== first)];
  const others = sorted.slice(MOST_GROUPS);
  if (others.length === 0) return sorted;
  const customers = others.flatMap((group) => group.customers).sort((a, b) => a - b);
  return [...sorted.slice(0, MOST_GROUPS), { name: REST, isRest: true, customers }];
}
