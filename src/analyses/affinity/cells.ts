import { Problem } from '../../base/problem';
import { zComparison } from '../../stats/comparison';
import { type ClusteredSums, clusteredRate, clusteredVariance } from '../../stats/clustered-rate';
import { corrected } from '../../stats/multiple-testing';
import { type Listed, clusteredCells } from './clustered-cells';
import type { Engagements } from './engagements';
import type { AffinityCell, AffinityResult } from './result';

/** Fewer users with any event say too little to compare with. */
const FEWEST = 10;

/** Every listed content in every listed group against all other groups. */
export function cellsOf(
  engagements: Engagements,
  { groups, contents }: Listed,
  alpha: number,
): Pick<AffinityResult, 'cells' | 'shrinkage'> {
  const all = engagements.events.reduce((sum, count) => sum + count, 0);
  const sums = clusteredCells(engagements, { groups, contents });
  const raw = groups.flatMap((group) =>
    contents.map((content) => {
      const { own, others, users } = sums.at(group, content);
      const expected = (own.n * (own.successes + others.successes)) / all;
      return { group, content, own, others, users, expected };
    }),
  );
  const shrinkage = strengthOf(raw.map(({ own, expected }) => ({ seen: own.successes, expected })));
  const tests = raw.map(({ own, others }) => compared(own, others, alpha));
  const known = tests.flatMap((test) => (test.p === null ? [] : [test.p]));
  const adjusted = corrected(known, 'benjamini-hochberg').map(({ p }) => p);
  const cells = raw.map(({ group, content, own, others, users, expected }, i): AffinityCell => {
    const { estimate: rate, low, high } = clusteredRate(own, alpha);
    const test = tests[i]!;
    const names = {
      group: engagements.groups.values[group]!,
      content: engagements.contents.values[content]!,
    };
    const k = shrinkage ?? Infinity;
    return {
      name: `${names.group} × ${names.content}`,
      ...names,
      ...{ events: own.successes, users, of: own.n, rate, low, high },
      others: othersOf(others),
      lift: expected === 0 ? 1 : own.successes / expected,
      shrunken: k === Infinity ? 1 : (own.successes + k) / (expected + k),
      ...test,
      pAdjusted: test.p === null ? null : adjusted.shift()!,
    };
  });
  return { cells, shrinkage };
}

function othersOf({ successes: events, n: of }: ClusteredSums): AffinityCell['others'] {
  if (of > 0) return { events, of, rate: events / of };
  const problem = new Problem('few-engaged', { users: 0, needed: FEWEST }).toJSON();
  return { events, of, rate: null, problem };
}

function compared(own: ClusteredSums, others: ClusteredSums, alpha: number) {
  const error =
    own.clusters < FEWEST || others.clusters < FEWEST
      ? 0
      : Math.sqrt(clusteredVariance(own) + clusteredVariance(others));
  if (!(error > 0)) {
    const users = Math.min(own.clusters, others.clusters);
    const problem = new Problem('few-engaged', { users, needed: FEWEST }).toJSON();
    const difference = { estimate: null, low: null, high: null, problem };
    return { difference, p: null, problem };
  }
  const value = own.successes / own.n - others.successes / others.n;
  const { difference, p } = zComparison({ value, error }, alpha);
  return { difference, p };
}

/**
 * How many expected events a lift is drawn towards 1 by: the strength of a gamma prior with mean 1
 * whose variance is that of the lifts beyond Poisson noise, by moments. Null where they vary no more
 * than noise does: then nothing is a lift.
 *
 * @see Clayton, D. & Kaldor, J. (1987). Empirical Bayes estimates of age-standardized relative risks.
 *   Biometrics 43(3), 671–681.
 */
function strengthOf(cells: readonly { seen: number; expected: number }[]): number | null {
  let [excess, weight] = [0, 0];
  for (const { seen, expected } of cells) {
    excess += (seen - expected) ** 2 - expected;
    weight += expected ** 2;
  }
  return excess > 0 && weight > 0 ? weight / excess : null;
}
