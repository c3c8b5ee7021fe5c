import type { Curve } from './curve';
import type { Memberships } from './memberships';
import type { Span } from './spans';
import type { Tally } from './tally';

/** How sure the values of a curve, or of a difference of curves, are, users being the units. */
export interface UserNoise {
  /** Of the values of all columns with one another. */
  readonly covariance: number[][];
  /** By column: (Σ n)²/Σ n² over users with n memberships; 0 without any. */
  readonly persons: Float64Array;
}

/**
 * Adds up what each user moves the values by, over all cohorts the user is in. A user in several
 * cohorts, or in both groups of a difference, counts once with the whole.
 *
 * @param curves  by group; null where the group has no part
 * @param signs   1, or −1 for a curve that is taken off
 */
export function userNoise(
  members: Memberships,
  group: Uint8Array,
  tally: Tally,
  spans: readonly Span[],
  curves: readonly (Curve | null)[],
  signs: readonly number[],
): UserNoise {
  const { columns, row } = tally;
  const { user, known, ends, column, amount } = members;
  const needs = Uint32Array.from(spans, (span) => span.needs);
  const sums = noSums(columns);
  const push = new Float64Array(columns);
  const share = new Float64Array(columns);
  let isOpen = false;
  for (let i = 0; i < user.length; ++i) {
    if (isOpen && user[i] !== user[i - 1]) {
      addUser(sums, push, share);
      isOpen = false;
    }
    const curve = curves[group[i]!];
    if (!curve) continue;
    isOpen = true;
    const { weight, centre } = curve;
    const sign = signs[group[i]!]!;
    const over = known[i]!;
    const at = row[i]! * columns;
    for (let s = 0; s < columns; ++s) {
      if (needs[s]! > over) continue;
      push[s]! -= sign * weight[at + s]! * centre[at + s]!;
      share[s]! += weight[at + s]!;
    }
    for (let h = i === 0 ? 0 : ends[i - 1]!; h < ends[i]!; ++h) {
      const s = column[h]!;
      if (needs[s]! <= over) push[s]! += sign * weight[at + s]! * (amount ? amount[h]! : 1);
    }
  }
  if (isOpen) addUser(sums, push, share);
  const { products, shares, squares } = sums;
  const covariance = Array.from({ length: columns }, (_, s) =>
    Array.from({ length: columns }, (_, t) => products[Math.max(s, t) * columns + Math.min(s, t)]!),
  );
  return {
    covariance,
    persons: shares.map((sum, s) => (squares[s]! > 0 ? sum ** 2 / squares[s]! : 0)),
  };
}

/** What users add up to: products of what they move, their shares, and these squared. */
interface Sums {
  /** The lower triangle, by rows. */
  readonly products: Float64Array;
  readonly shares: Float64Array;
  readonly squares: Float64Array;
}

function noSums(columns: number): Sums {
  return {
    products: new Float64Array(columns * columns),
    shares: new Float64Array(columns),
    squares: new Float64Array(columns),
  };
}

/** Adds one user, and clears what was gathered of them. */
function addUser(
  { products, shares, squares }: Sums,
  push: Float64Array,
  share: Float64Array,
): void {
  const columns = push.length;
  for (let s = 0; s < columns; ++s) {
    shares[s]! += share[s]!;
    squares[s]! += share[s]! * share[s]!;
    share[s] = 0;
    const own = push[s]!;
    if (own === 0) continue;
    for (let t = 0; t <= s; ++t) products[s * columns + t]! += own * push[t]!;
  }
  push.fill(0);
}
