import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { armsOf } from './arms';
import { cohortOf } from './cohort';
import { groupsOf, maturedUsers } from './groups';
import { windowOf } from './measure';
import type { ExperimentParams } from './params';

/**
 * The users behind a path: those of an arm (`arms.B`), those seen in several arms
 * (`checks.contamination`), or those of an arm who have something of a metric
 * (`metrics.purchase.arms.B`). Ascending; empty where no users stand behind it.
 */
export function members(input: Input, params: ExperimentParams, path: string): Uint32Array {
  const [list, first, second, third, field] = parsePath(path).map(String);
  const cohort = cohortOf(input, params);
  const arms = armsOf(cohort, params);
  const leaveOut = params.contamination === 'exclude' ? cohort.several : null;
  const { group } = groupsOf(cohort, arms, leaveOut);
  const chosen = (test: (user: number) => boolean): Uint32Array =>
    cohort.users.filter((_, user) => test(user));
  const armNamed = (name: string | undefined): number => arms.findIndex((arm) => arm.name === name);

  if (list === 'checks') {
    return chosen((user) => first === 'contamination' && cohort.several[user] === 1);
  }
  if (list === 'arms') {
    const arm = armNamed(first);
    return chosen((user) => arm >= 0 && group[user] === arm);
  }
  const index = params.metrics.findIndex(({ name }) => name === first);
  if (list !== 'metrics' || index < 0) return new Uint32Array(0);
  const arm = armNamed(second === 'comparisons' && field === 'control' ? params.control : third);
  const { toMs } = windowOf(params.metrics[index]!, `metrics[${index}]`);
  const matured = maturedUsers(cohort.time, toMs, input.scope.completeThrough);
  const { value } = cohort.measures[index]!;
  return chosen(
    (user) => arm >= 0 && group[user] === arm && value[user] !== 0 && (matured?.[user] ?? 1) === 1,
  );
}
