import { Problem } from '../../base/problem';
import { comparisonsOf } from './comparisons';
import { isFollowedBack } from './each-path';
import { comparedGroups } from './groups';
import { type Counted, joined } from './joined';
import type { PathsParams } from './params';
import type { PathCounts } from './path-counts';
import type { PathsResult, Share } from './result';
import { topSequences } from './sequences';
import { shareOf, sumsAt, sumsReached } from './share';
import { stepShares } from './step-shares';

/**
 * The result of paths from the counts of all blocks.
 *
 * @throws {Problem} `no-paths` when there is none, or all are open
 * @throws {Problem} `no-such-group`
 */
export function infer(parts: readonly PathCounts[], params: PathsParams): PathsResult {
  const counts = joined(parts);
  const { all, open } = counts;
  const { count, alpha, top } = params;
  if (all.total.paths === 0) throw noPaths(params, open);
  const isBack = isFollowedBack(params);
  const found = topSequences(counts, isBack, top);
  const groups = comparedGroups(counts, params);
  const listed = found.reduce((sum, { node }) => sum + all.paths[node]!, 0);
  const kinds = all.paths.reduce((sum, paths) => sum + (paths > 0 ? 1 : 0), 0);
  return {
    count,
    direction: isBack ? 'backward' : 'forward',
    ...{ paths: all.total.paths, users: all.total.users, open },
    reached: reachedOf(all, params),
    sequences: found.map(({ node, name, path, isReached }) => ({
      ...{ name, path },
      ...shareOf(sumsAt(all, node), count, alpha),
      users: all.users[node]!,
      reached: leads(params) ? isReached : null,
    })),
    rest: { sequences: kinds - found.length, paths: all.total.paths - listed },
    ...stepShares(counts, params, isBack),
    groups: groups.map((group) => ({
      ...{ name: group.name, paths: group.total.paths, users: group.total.users },
      reached: reachedOf(group, params),
    })),
    comparisons: comparisonsOf(found, groups, params),
    alpha,
  };
}

/** Whether paths are followed to an event that they need not come to. */
function leads(params: PathsParams): boolean {
  return params.to !== undefined && !isFollowedBack(params);
}

function reachedOf(counted: Counted, params: PathsParams): Share | null {
  return leads(params) ? shareOf(sumsReached(counted), params.count, params.alpha) : null;
}

function noPaths({ from, to }: PathsParams, open: number): Problem {
  const { event } = from ?? to ?? { event: '*' };
  const path = from ? 'from' : to ? 'to' : 'source';
  return new Problem('no-paths', { event: [event].flat().join(', '), open }, { path });
}
