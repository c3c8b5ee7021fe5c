import type { ClusteredSums } from '../../stats/clustered-rate';

/** Sums over users of trials that go together, and of what came of them. */
export interface Clusters {
  /** By kind of trial: users who have any, trials, sum of squares of a user's trials. */
  readonly users: Float64Array;
  readonly n: Float64Array;
  readonly nn: Float64Array;
  /** By kind of trial and outcome (`kind · outcomes + outcome`): how often, squares, products with the trials. */
  readonly x: Float64Array;
  readonly xx: Float64Array;
  readonly xn: Float64Array;
}

/** Adds up the trials of users, one user after the other. */
export interface ClusterCounter {
  /** So many trials of a kind; one where nothing is said. */
  trial(kind: number, count?: number): void;
  /** What came of trials; one may have several outcomes, or none. */
  outcome(kind: number, outcome: number, count?: number): void;
  /** The user has no more. */
  close(): void;
  readonly sums: Clusters;
}

export function clusterCounter(kinds: number, outcomes: number): ClusterCounter {
  const list = (length: number) => new Float64Array(length);
  const [users, n, nn, ownN] = [list(kinds), list(kinds), list(kinds), list(kinds)];
  const size = kinds * outcomes;
  const [x, xx, xn, ownX] = [list(size), list(size), list(size), list(size)];
  return {
    trial(kind, count = 1) {
      ownN[kind]! += count;
    },
    outcome(kind, outcome, count = 1) {
      ownX[kind * outcomes + outcome]! += count;
    },
    close() {
      for (let kind = 0; kind < kinds; ++kind) {
        const trials = ownN[kind]!;
        if (trials === 0) continue;
        ++users[kind]!;
        n[kind]! += trials;
        nn[kind]! += trials ** 2;
        for (let at = kind * outcomes; at < (kind + 1) * outcomes; ++at) {
          const own = ownX[at]!;
          x[at]! += own;
          xx[at]! += own ** 2;
          xn[at]! += own * trials;
          ownX[at] = 0;
        }
        ownN[kind] = 0;
      }
    },
    sums: { users, n, nn, x, xx, xn },
  };
}

/** How often an outcome came of a kind of trial. */
export function sumsOf(
  { users, n, nn, x, xx, xn }: Clusters,
  kind: number,
  outcome = 0,
): ClusteredSums {
  const at = kind * (x.length / n.length) + outcome;
  return {
    ...{ clusters: users[kind]!, n: n[kind]!, nn: nn[kind]! },
    ...{ successes: x[at]!, xx: xx[at]!, xn: xn[at]! },
  };
}

export function joinedClusters(parts: readonly Clusters[]): Clusters {
  const sum = (key: keyof Clusters) => added(parts.map((part) => part[key]));
  return {
    ...{ users: sum('users'), n: sum('n'), nn: sum('nn') },
    ...{ x: sum('x'), xx: sum('xx'), xn: sum('xn') },
  };
}

/** Entry by entry; a shorter list has zeros behind it. */
export function added(parts: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(Math.max(...parts.map(({ length }) => length)));
  for (const part of parts) for (let i = 0; i < part.length; ++i) total[i]! += part[i]!;
  return total;
}
