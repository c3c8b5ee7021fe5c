import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { type Cohort, cohortOf } from './cohort';
import { BY_RULE } from './entered';
import { grouped } from './grouped';
import type { ExperimentParams } from './params';
import { type Setup, decidingSet, setupOf } from './setup';
import { maturedUsers } from './user-set';
import { windowOf } from './window';

/**
 * The users behind a path: those of an arm (`arms.B`), those seen in several arms
 * (`checks.contamination`) or excluded by rule (`checks.left-out`), or those of an arm who have something of a metric
 * (`metrics.purchase.arms.B`), in a segment those of the group alone. Ascending; empty where no users stand behind it.
 */
export function members(input: Input, params: ExperimentParams, path: string): Uint32Array {
  const [list, first, ...rest] = parsePath(path).map(String);
  const cohort = cohortOf(input, params);
  if (list === 'checks') {
    return cohort.users.filter((_, user) => isBehind(first, cohort, user));
  }
  const setup = setupOf(cohort, params, input.scope);
  const { codes } = decidingSet(setup);
  const armNamed = (name: string | undefined): number =>
    setup.arms.findIndex((arm) => arm.name === name);
  if (list === 'arms') {
    const arm = armNamed(first);
    return cohort.users.filter((_, user) => arm >= 0 && codes[user] === arm);
  }
  const index = params.metrics.findIndex(({ name }) => name === first);
  if (list !== 'metrics' || index < 0) return new Uint32Array(0);
  const [kind, segment, , group] = rest;
  const [part, name, field] =
    kind === 'segments' ? rest.slice(4) : rest.slice(kind === 'distribution' ? 1 : 0);
  const arm = armNamed(part === 'comparisons' && field === 'control' ? params.control : name);
  const isInGroup =
    kind === 'segments' ? membersOfGroup(setup, Number(segment), Number(group)) : () => true;
  const { toMs } = windowOf(params.metrics[index]!, `metrics[${index}]`);
  const matured = maturedUsers(cohort.time, toMs, input.scope.completeThrough);
  const { value } = cohort.measures[index]!;
  return cohort.users.filter((_, user) => {
    const isReady = matured === null || matured[user] === 1;
    return arm >= 0 && codes[user] === arm && value[user] !== 0 && isReady && isInGroup(user);
  });
}

function membersOfGroup(setup: Setup, segment: number, group: number): (user: number) => boolean {
  const found = setup.cohort.segments[segment];
  const arms = setup.planned.length;
  if (!found) return () => false;
  const { cells, groups } = grouped(found, decidingSet(setup), arms);
  if (!(group >= 0 && group < groups.length)) return () => false;
  const own = cells.order.subarray(
    cells.offsets[group * arms]!,
    cells.offsets[(group + 1) * arms]!,
  );
  const those = new Set(own);
  return (user) => those.has(user);
}

/** Whether a user is one of those whom a check is about. */
function isBehind(check: string | undefined, { several, out }: Cohort, user: number): boolean {
  if (check === 'contamination') return several[user] === 1 && out[user]! < BY_RULE;
  return check === 'left-out' && out[user]! >= BY_RULE;
}
