import type { Path as ResultPath } from '../../notebook/path';
import { parsePath } from '../../notebook/path';
import { breakdownBy } from '../breakdown';
import type { Input } from '../analysis';
import { eachPath, isFollowedBack } from './each-path';
import { joined } from './joined';
import type { PathsParams } from './params';
import type { Path } from './path';
import { pathCounts } from './path-counts';
import { topSequences } from './sequences';
import { isPath } from './tally';

/**
 * The users behind a sequence (`sequences[0]`), behind all paths that came where they lead
 * (`reached`), or in a group (`groups.B`). Ascending; empty where no users stand behind the path.
 */
export function members(input: Input, params: PathsParams, path: string): Uint32Array {
  const test = testOf(input, params, parsePath(path));
  const found: number[] = [];
  if (test === null) return new Uint32Array(0);
  eachPath(input, params, (each) => {
    if (found.at(-1) !== each.user && test(each)) found.push(each.user);
  });
  return Uint32Array.from(found);
}

function testOf(
  input: Input,
  params: PathsParams,
  [list, which, field]: ResultPath,
): ((path: Path) => boolean) | null {
  const isReached = ({ end }: Path) => end === 'reached';
  if (list === 'reached') return params.to === undefined ? null : isReached;
  if (list === 'groups' && params.breakdown !== undefined) {
    const { names, codeOf } = breakdownBy(input.events, params.breakdown, 'breakdown');
    return (path) =>
      names[codeOf(path.row, path.user)] === which && (field !== 'reached' || isReached(path));
  }
  if (list !== 'sequences') return null;
  const counts = joined([pathCounts(input, params)]);
  const sequences = topSequences(counts, isFollowedBack(params), params.top);
  const sequence =
    sequences.find(({ name }) => name === which) ??
    (typeof which === 'number' ? sequences[which] : undefined);
  return sequence ? (path) => isPath(path, sequence.codes) : null;
}
