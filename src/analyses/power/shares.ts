import { Problem } from '../../base/problem';
import type { PowerParams } from './params';

/**
 * Each arm's share of the users, the control first: as split, else equal. They add up to 1.
 *
 * @throws {Problem} `split-needs-arms` when the split has another number of arms
 */
export function sharesOf({ arms, split }: PowerParams): readonly number[] {
  const count = arms ?? split?.length ?? 2;
  if (split === undefined) return Array.from({ length: count }, () => 1 / count);
  if (split.length !== count) {
    const args = { arms: count, found: split.length };
    throw new Problem('split-needs-arms', args, { path: 'split' });
  }
  const total = split.reduce((sum, weight) => sum + weight, 0);
  return split.map((weight) => weight / total);
}
