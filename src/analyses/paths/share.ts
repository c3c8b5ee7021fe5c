import { type ClusteredSums, clusteredRate } from '../../stats/clustered-rate';
import { wilson } from '../../stats/wilson';
import type { Counted } from './joined';
import type { Share } from './result';

/**
 * A part of the paths with its interval: Wilson's where each user has one path, else the one whose
 * units are users.
 */
export function shareOf(sums: ClusteredSums, count: 'users' | 'sessions', alpha: number): Share {
  const { n, successes } = sums;
  const interval = count === 'users' ? wilson({ n, successes }, alpha) : clusteredRate(sums, alpha);
  return {
    ...{ paths: successes, of: n, rate: successes / n },
    ...{ low: interval.low, high: interval.high },
  };
}

/** The paths that end in a node, among all. */
export function sumsAt(counted: Counted, node: number): ClusteredSums {
  const { paths, squares, products } = counted;
  return {
    ...allOf(counted),
    ...{ successes: paths[node]!, xx: squares[node]!, xn: products[node]! },
  };
}

/** The paths that came to the event they lead to, among all. */
export function sumsReached(counted: Counted): ClusteredSums {
  const { reached, reachedSquares, reachedProducts } = counted.total;
  return {
    ...allOf(counted),
    ...{ successes: reached, xx: reachedSquares, xn: reachedProducts },
  };
}

function allOf({ total }: Counted): Pick<ClusteredSums, 'clusters' | 'n' | 'nn'> {
  return { clusters: total.users, n: total.paths, nn: total.squares };
}
