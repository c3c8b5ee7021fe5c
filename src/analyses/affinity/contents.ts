import { Problem } from '../../base/problem';
import { corrected } from '../../stats/multiple-testing';
import type { Proportion } from '../../stats/proportion';
import { leastExpected, scoreTest } from '../../stats/score-test';
import { wilson } from '../../stats/wilson';
import { orProblem } from '../or-problem';
import type { Engagements } from './engagements';
import type { AffinityContent } from './result';

/** Below so many expected in a cell the test is not to be trusted. */
const LEAST_EXPECTED = 5;

/** How deep users go into each content, and whether those who began with it come back. */
export function contentsOf(
  engagements: Engagements,
  contents: readonly number[],
  alpha: number,
): AffinityContent[] {
  const { firsts, returned } = engagements;
  const whole: Proportion = { n: returned.length, successes: sum(returned) };
  const starters = contents.map((content): Proportion => {
    const code = firsts.values.indexOf(engagements.contents.values[content]!);
    let [n, successes] = [0, 0];
    for (let i = 0; i < returned.length; ++i) {
      if (firsts.codes[i] !== code) continue;
      ++n;
      successes += returned[i]!;
    }
    return { n, successes };
  });
  const tests = starters.map((own) => {
    const others = { n: whole.n - own.n, successes: whole.successes - own.successes };
    return compared(others, own, alpha);
  });
  const known = tests.flatMap((test) => (test.p === null ? [] : [test.p]));
  const adjusted = corrected(known, 'benjamini-hochberg').map(({ p }) => p);
  return contents.map((content, i): AffinityContent => {
    const { events, users } = sizeOf(engagements, content);
    const test = tests[i]!;
    return {
      name: engagements.contents.values[content]!,
      ...{ events, users, depth: events / users },
      returned: shareOf(starters[i]!, alpha),
      ...test,
      pAdjusted: test.p === null ? null : adjusted.shift()!,
    };
  });
}

/** Events of a content and the users who have any. */
function sizeOf({ user, contents, events }: Engagements, content: number) {
  let [count, users, last] = [0, 0, -1];
  for (let i = 0; i < user.length; ++i) {
    if (contents.codes[i] !== content) continue;
    count += events[i]!;
    if (user[i] !== last) ++users;
    last = user[i]!;
  }
  return { events: count, users };
}

function shareOf(own: Proportion, alpha: number): AffinityContent['returned'] {
  const counts = { returned: own.successes, of: own.n };
  if (own.n === 0) {
    const problem = new Problem('nobody-began').toJSON();
    return { ...counts, rate: null, low: null, high: null, problem };
  }
  const { estimate, low, high } = wilson(own, alpha);
  return { ...counts, rate: estimate, low, high };
}

function compared(others: Proportion, own: Proportion, alpha: number) {
  const test =
    own.n === 0 || others.n === 0 || leastExpected(others, own) < LEAST_EXPECTED
      ? new Problem('few-engaged', { users: Math.min(own.n, others.n), needed: 10 })
      : orProblem(() => scoreTest(others, own, alpha));
  if (!(test instanceof Problem)) return { difference: test.difference, p: test.p };
  const problem = test.toJSON();
  return { difference: { estimate: null, low: null, high: null, problem }, p: null, problem };
}

function sum(values: Uint8Array): number {
  return values.reduce((total, each) => total + each, 0);
}
