import { Problem } from '../../base/problem';
import { clusteredVariance } from '../../stats/clustered-rate';
import { noVariation } from '../../stats/comparable';
import { type Comparison, zComparison } from '../../stats/comparison';
import { corrected } from '../../stats/multiple-testing';
import { leastExpected, scoreTest } from '../../stats/score-test';
import { orProblem } from '../or-problem';
import type { Counted } from './joined';
import type { PathsParams } from './params';
import type { Frequency, PathComparison } from './result';
import type { FoundSequence } from './sequences';
import { sumsAt } from './share';

/** Paths that one expects in the smallest cell of a comparison; with fewer a p-value means little. */
const LEAST_EXPECTED = 5;

/**
 * How frequent each sequence is in each group, against the first group. Users are compared by the
 * score test, sessions by the delta method over users. P-values are corrected over all comparisons
 * for false discoveries, and each interval has the level that goes with its p.
 */
export function comparisonsOf(
  sequences: readonly FoundSequence[],
  groups: readonly (Counted & { readonly name: string })[],
  { count, alpha }: PathsParams,
): PathComparison[] {
  const [control, ...others] = groups;
  const pairs = sequences.flatMap(({ name, node }) =>
    others.map((group) => ({ name, node, group, control: control! })),
  );
  const tests = pairs.map((pair) => orProblem(() => compared(pair, count, alpha)));
  const done = tests.filter((test): test is Comparison => !(test instanceof Problem));
  const adjusted = corrected(
    done.map(({ p }) => p),
    'benjamini-hochberg',
  );
  return pairs.map((pair, i) => {
    const test = tests[i]!;
    const base = {
      ...{ name: pair.name, group: pair.group.name },
      control: frequency(pair.control, pair.node),
      treatment: frequency(pair.group, pair.node),
    };
    if (test instanceof Problem) return untested(base, test, alpha);
    const { p: pAdjusted, share } = adjusted[done.indexOf(test)]!;
    const { difference } = compared(pair, count, alpha * share);
    return { ...base, difference, p: test.p, pAdjusted, level: 1 - alpha * share };
  });
}

interface Pair {
  readonly node: number;
  readonly control: Counted;
  readonly group: Counted;
}

function compared({ node, control, group }: Pair, count: string, alpha: number): Comparison {
  const [a, b] = [sumsAt(control, node), sumsAt(group, node)];
  const least = leastExpected(a, b);
  if (least < LEAST_EXPECTED) {
    throw new Problem('too-rare-to-compare', { expected: least, needed: LEAST_EXPECTED });
  }
  if (count === 'users') return scoreTest(a, b, alpha);
  const error = Math.sqrt(clusteredVariance(a) + clusteredVariance(b));
  const [before, after] = [a.successes / a.n, b.successes / b.n];
  if (error === 0) throw noVariation(before, after);
  return zComparison({ value: after - before, error }, alpha);
}

function frequency({ paths, total }: Counted, node: number): Frequency {
  return { paths: paths[node]!, of: total.paths, rate: paths[node]! / total.paths };
}

function untested(
  base: Pick<PathComparison, 'name' | 'group' | 'control' | 'treatment'>,
  why: Problem,
  alpha: number,
): PathComparison {
  const problem = why.toJSON();
  const difference = { estimate: null, low: null, high: null, problem };
  return { ...base, difference, p: null, pAdjusted: null, level: 1 - alpha, problem };
}
