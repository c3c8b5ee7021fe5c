import { Problem } from '../base/problem';
import * as fisherF from './fisher-f';
import { type Moments, NO_DATA, merge } from './moments';

/** Whether any of several arms differs in its mean. */
export interface Anova {
  readonly f: number;
  readonly df: readonly [between: number, within: number];
  readonly p: number;
}

/**
 * One-way analysis of variance; one number for the balance of a measure before the test.
 *
 * @throws {Problem} `too-few-groups` when there are fewer than two arms
 * @throws {Problem} `too-few-users` when there are no more users than arms
 * @throws {Problem} `same-value` when no arm varies
 * @see Fisher, R. A. (1925). Statistical methods for research workers.
 */
export function anova(arms: readonly Moments[]): Anova {
  if (arms.length < 2) throw new Problem('too-few-groups', { groups: arms.length });
  const all = arms.reduce(merge, NO_DATA);
  if (all.n <= arms.length)
    throw new Problem('too-few-users', { users: Math.min(...arms.map(({ n }) => n)) });
  const within = arms.reduce((sum, { m2 }) => sum + m2, 0);
  if (within === 0) throw new Problem('same-value', { value: arms[0]!.mean });
  const between = arms.reduce((sum, { n, mean }) => sum + n * (mean - all.mean) ** 2, 0);
  const df = [arms.length - 1, all.n - arms.length] as const;
  const f = between / df[0] / (within / df[1]);
  return { f, df, p: fisherF.upperTail(f, ...df) };
}
