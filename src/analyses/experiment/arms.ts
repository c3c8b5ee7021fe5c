import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import type { Cohort } from './cohort';
import type { ExperimentParams } from './params';

/** An arm of the plan, or one that was not planned and has users all the same. */
export interface PlannedArm {
  readonly name: string;
  /** Into `Cohort.arms`; −1 when nobody was seen in it. */
  readonly code: number;
  /** Planned share of the traffic, from 0 to 1; 0 for an arm that was to get none. */
  readonly share: number;
}

/**
 * The arms in their order: the control, the others as `split` lists them, then the rest by name;
 * arms that were to get no traffic last.
 * Without a split every arm of the data has an equal share.
 *
 * @throws {Problem} `not-in-data` when nobody was seen in the control
 * @throws {Problem} `one-arm` when fewer than two arms can be compared
 * @throws {Problem} `split-without-control`
 * @throws {Problem} `split-does-not-add-up`
 */
export function armsOf(
  cohort: Pick<Cohort, 'arms' | 'arm'>,
  params: ExperimentParams,
): PlannedArm[] {
  const { control, split } = params;
  const seen = namesSeen(cohort);
  if (!seen.includes(control)) {
    const args = { what: 'arm', name: control, known: seen, near: nearest(control, seen) };
    throw new Problem('not-in-data', args, { path: 'control' });
  }
  if (split !== undefined && !(split[control]! > 0)) {
    throw new Problem('split-without-control', { control }, { path: 'split' });
  }
  const names = [...new Set([control, ...Object.keys(split ?? {}), ...seen])];
  const weights = names.map((name) => (split === undefined ? 1 : (split[name] ?? 0)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!addsUp(weights, total)) {
    throw new Problem('split-does-not-add-up', { sum: total }, { path: 'split' });
  }
  const arms = names.map((name, i) => ({
    name,
    code: cohort.arms.indexOf(name),
    share: weights[i]! / total,
  }));
  const planned = arms.filter(({ share }) => share > 0);
  if (planned.length < 2) {
    const column = params.exposure?.variant ?? params.variant ?? '';
    throw new Problem('one-arm', { column, arms: seen }, { path: 'control' });
  }
  return [...planned, ...arms.filter(({ share }) => share === 0)];
}

/** Shares add up to 1 or to 100 as far as rounding goes; whole numbers are ratios. */
function addsUp(weights: readonly number[], total: number): boolean {
  return (
    weights.every(Number.isInteger) || Math.abs(total - 1) <= 0.01 || Math.abs(total - 100) <= 1
  );
}

/** Arms with users, by name. */
function namesSeen({ arms, arm }: Pick<Cohort, 'arms' | 'arm'>): string[] {
  const seen = new Uint8Array(arms.length);
  for (const code of arm) seen[code] = 1;
  return arms.filter((_, code) => seen[code] === 1).sort();
}
