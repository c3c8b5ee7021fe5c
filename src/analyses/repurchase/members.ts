import { durationMs } from '../../base/duration';
import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { type Chains, chainsOf } from './chains';
import { groupsOf } from './groups';
import { cohortsOf } from './infer';
import type { RepurchaseParams } from './params';

const DAY = 86_400_000;

/**
 * The users behind a row: customers of a group (`groups.coffee`) or a cohort (`cohorts["2026-01-01"]`),
 * and of these or of all those who could make a purchase (`orders[0]`), who made it (`….reached`), or
 * made it within a time (`….within[0]`). Ascending; empty where no users stand behind the path.
 */
export function members(input: Input, params: RepurchaseParams, path: string): Uint32Array {
  const [list, which, ...rest] = parsePath(path);
  const chains = chainsOf(input, params);
  const users = (customers: Iterable<number>) =>
    Uint32Array.from(customers, (c) => chains.user[c]!);
  const all = Array.from(chains.user.keys());
  if (list === 'orders') return users(ofOrder(chains, all, params, [which, ...rest]));
  const customers =
    list === 'groups' && params.breakdown !== undefined && chains.user.length > 0
      ? groupsOf(chains, params.control).find(({ name }) => name === String(which))?.customers
      : list === 'cohorts'
        ? cohortsOf(chains, params, input.scope).find(([cohort]) => cohort === which)?.[1]
        : undefined;
  if (!customers) return new Uint32Array(0);
  if (rest[0] !== 'orders') return users(customers);
  return users(ofOrder(chains, customers, params, rest.slice(1)));
}

function ofOrder(
  { days, watched, came }: Chains,
  customers: readonly number[],
  params: RepurchaseParams,
  [order, field, index]: readonly (string | number | undefined)[],
): readonly number[] {
  const [seen, took, made] = [watched, days, came].map((each) => each[Number(order)]);
  if (!seen || !took || !made) return [];
  const due = customers.filter((c) => !Number.isNaN(seen[c]!));
  if (field === 'reached') return due.filter((c) => made[c] === 1);
  const within = field === 'within' ? params.within[Number(index)] : undefined;
  if (within === undefined) return due;
  const limit = durationMs(within) / DAY;
  return due.filter((c) => made[c] === 1 && took[c]! <= limit && seen[c]! >= limit);
}
