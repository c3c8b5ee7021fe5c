import { concat, shifted } from '../joined-arrays';
import type { Customers, RfmCounts } from './customers';

/** The counts of disjoint sets of users together, the first set's users first. */
export function joined(parts: readonly RfmCounts[]): RfmCounts {
  const sizes = parts.map(({ users }) => users);
  return {
    users: total(sizes),
    now: joinedCustomers(
      parts.map(({ now }) => now),
      sizes,
    ),
    before:
      parts[0]!.before &&
      joinedCustomers(
        parts.map(({ before }) => before!),
        sizes,
      ),
    missing: total(parts.map(({ missing }) => missing)),
  };
}

function joinedCustomers(parts: readonly Customers[], sizes: readonly number[]): Customers {
  const users = parts.map(({ user }) => user);
  return {
    user: concat(shifted(users, sizes)),
    recency: concat(parts.map(({ recency }) => recency)),
    frequency: concat(parts.map(({ frequency }) => frequency)),
    monetary: concat(parts.map(({ monetary }) => monetary)),
    purchases: total(parts.map(({ purchases }) => purchases)),
    refunds: total(parts.map(({ refunds }) => refunds)),
  };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
