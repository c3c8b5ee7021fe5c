import { topCount } from '../../stats/lorenz';
import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { shareName } from '../share-name';
import { amountsOf } from './amounts';
import type { ConcentrationParams } from './params';
import { superUsersOf } from './super-users';

/**
 * The users of a top share (`top["2%"]`) or the super-users (`superUsers`). Ascending; empty where no
 * users stand behind the path.
 */
export function members(input: Input, params: ConcentrationParams, path: string): Uint32Array {
  const [list, which] = parsePath(path);
  const { user, amount } = amountsOf(input, params);
  const share = list === 'superUsers' ? params.superUsers : shareOf(params, list, which);
  if (share === null || amount.length === 0) return new Uint32Array(0);
  const side = superUsersOf(amount, topCount(amount.length, share));
  return user.filter((_, i) => side[i] === 0);
}

function shareOf(
  { top }: ConcentrationParams,
  list: string | number | undefined,
  which: string | number | undefined,
): number | null {
  if (list !== 'top') return null;
  const shares = [...new Set(top)].sort((a, b) => a - b);
  return shares.find((share, i) => which === i || which === shareName(share)) ?? null;
}
