import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import type { TiersParams } from './params';
import { eachClimb } from './tally';

/**
 * The users in a tier at the end of the data (`tiers.gold`), or who were ever in it
 * (`tiers.gold.reached`). Ascending; empty where no users stand behind the path.
 */
export function members(input: Input, params: TiersParams, path: string): Uint32Array {
  const [list, which, field] = parsePath(path);
  const rank = 1 + params.tiers.findIndex(({ name }, i) => name === which || i === which);
  const isOfTier = field === undefined || field === 'users' || field === 'reached';
  if (list !== 'tiers' || rank === 0 || !isOfTier) return new Uint32Array(0);
  const found: number[] = [];
  eachClimb(input, params, ({ at, stretches }, user) => {
    const ranks =
      field === 'reached' ? at.subarray(0, stretches) : at.subarray(stretches - 1, stretches);
    if (ranks.includes(rank)) found.push(user);
  });
  return Uint32Array.from(found);
}
