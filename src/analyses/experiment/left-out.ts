import { Problem } from '../../base/problem';
import { srm } from '../../stats/srm';
import type { PlannedArm } from './arms';
import type { Cohort } from './cohort';
import { BY_RULE } from './entered';
import { orProblem } from '../or-problem';
import type { ExperimentParams } from './params';
import type { Check, LeftOut } from './result';

const UNEVEN = 0.001;

/**
 * Who was left out, by which rule and from which arm, and whether a rule took more from one arm than
 * from another: then the arms that are left are no longer alike. Null when there is no rule.
 */
export function leftOutCheck(
  cohort: Cohort,
  arms: readonly PlannedArm[],
  { exclude, contamination }: ExperimentParams,
): Check | null {
  const rules: LeftOut[] = exclude.map(({ name }, rule) =>
    leftOut(name, cohort, arms, (user) => cohort.out[user] === BY_RULE + rule),
  );
  // By first arms: of those who are left out for having seen several.
  const isMixed = (user: number) => cohort.several[user] === 1 && cohort.out[user]! < BY_RULE;
  const several = leftOut('several-arms', cohort, arms, isMixed);
  const reasons = contamination === 'exclude' && several.users > 0 ? [...rules, several] : rules;
  if (reasons.length === 0) return null;
  const isUneven = reasons.some(({ p }) => p !== null && p < UNEVEN / reasons.length);
  return { name: 'left-out', status: isUneven ? 'warn' : 'pass', reasons };
}

function leftOut(
  name: string,
  { arm, out }: Cohort,
  arms: readonly PlannedArm[],
  isOut: (user: number) => boolean,
): LeftOut {
  const counts = arms
    .filter(({ share }) => share > 0)
    .map(({ name, code }) => {
      let [users, of] = [0, 0];
      for (let user = 0; user < arm.length; ++user) {
        if (arm[user] !== code) continue;
        if (isOut(user)) ++users;
        if (isOut(user) || out[user]! < BY_RULE) ++of;
      }
      return { name, users, of };
    });
  const users = counts.reduce((sum, each) => sum + each.users, 0);
  // As many from each arm as it has users; exact where few are left out.
  const test = orProblem(() =>
    srm(
      counts.map((each) => each.users),
      counts.map(({ of }) => of),
    ),
  );
  const p = test instanceof Problem ? { p: null, problem: test.toJSON() } : { p: test.p };
  return { name, users, arms: counts, ...p };
}
