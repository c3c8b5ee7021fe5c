import { Problem } from '../../base/problem';
import { clusteredVariance } from '../../stats/clustered-rate';
import { noVariation, requireTwoUsers } from '../../stats/comparable';
import { type Comparison, zComparison } from '../../stats/comparison';
import { corrected } from '../../stats/multiple-testing';
import { scoreTest } from '../../stats/score-test';
import { orProblem } from '../or-problem';
import { type Group, clusteredSums } from './grouped';
import type { FunnelParams } from './params';
import type { StepComparison } from './result';

/**
 * Every group against the first, for each step that is not optional: the share of those who entered.
 * Users are compared by the score test, sessions and attempts by the delta method over users; all
 * p-values are corrected together (Holm), and each interval has the level that goes with its p.
 */
export function comparisonsOf(groups: readonly Group[], params: FunnelParams): StepComparison[] {
  const [control, ...others] = groups;
  const steps = params.steps.flatMap(({ optional }, i) => (i === 0 || optional ? [] : [i]));
  const pairs = others.flatMap((group) => steps.map((step) => ({ group, step })));
  const tests = pairs.map(({ group, step }) =>
    orProblem(() => compared(control!, group, step, params.alpha)),
  );
  const done = tests.filter((test): test is Comparison => !(test instanceof Problem));
  const adjusted = corrected(
    done.map(({ p }) => p),
    'holm',
  );
  return pairs.map(({ group, step }, i) => {
    const test = tests[i]!;
    const base = { group: group.name!, step: step + 1 };
    if (test instanceof Problem) return notCompared(base, test, params.alpha);
    const { p, share } = adjusted[done.indexOf(test)]!;
    const alpha = params.alpha * share;
    const { difference } = compared(control!, group, step, alpha);
    return { ...base, difference, p: test.p, pAdjusted: p, level: 1 - alpha };
  });
}

function compared(control: Group, group: Group, step: number, alpha: number): Comparison {
  const [a, b] = [control, group].map(({ users }) => ({ n: users[0]!, successes: users[step]! }));
  if (control.products === null || group.products === null) return scoreTest(a!, b!, alpha);
  requireTwoUsers({ n: control.clusters }, { n: group.clusters });
  const variance =
    clusteredVariance(clusteredSums({ ...control, products: control.products }, step, 0)) +
    clusteredVariance(clusteredSums({ ...group, products: group.products }, step, 0));
  const rates = [a!.successes / a!.n, b!.successes / b!.n] as const;
  if (variance === 0) throw noVariation(...rates);
  return zComparison({ value: rates[1] - rates[0], error: Math.sqrt(variance) }, alpha);
}

function notCompared(
  base: Pick<StepComparison, 'group' | 'step'>,
  why: Problem,
  alpha: number,
): StepComparison {
  const problem = why.toJSON();
  const difference = { estimate: null, low: null, high: null, problem };
  return { ...base, difference, p: null, pAdjusted: null, level: 1 - alpha, problem };
}
