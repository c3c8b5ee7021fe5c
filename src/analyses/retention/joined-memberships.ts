import { concat, recoded, shifted } from '../joined-arrays';
import { joinedCoverage } from './coverage';
import type { Memberships } from './memberships';

/** The memberships of disjoint blocks as one, their users behind one another and numbered anew. */
export function joinedMemberships(parts: readonly Memberships[]): Memberships {
  const [first] = parts;
  if (first === undefined) throw new RangeError('joinedMemberships: nothing to join');
  if (parts.length === 1) return first;
  return {
    users: parts.reduce((sum, { users }) => sum + users, 0),
    user: concat(
      shifted(
        parts.map(({ user }) => user),
        parts.map(({ users }) => users),
      ),
    ),
    cohort: concat(parts.map(({ cohort }) => cohort)),
    group: recoded(parts.map(({ group }) => group)),
    known: concat(parts.map(({ known }) => known)),
    last: concat(parts.map(({ last }) => last)),
    ends: concat(
      shifted(
        parts.map(({ ends }) => ends),
        parts.map(({ column }) => column.length),
      ),
    ),
    column: concat(parts.map(({ column }) => column)),
    amount: first.amount && concat(parts.map(({ amount }) => amount!)),
    missing: parts.reduce((sum, { missing }) => sum + missing, 0),
    coverage: joinedCoverage(parts.map(({ coverage }) => coverage)),
  };
}
