import type { PathChain } from './chain-of-paths';
import type { PathSums } from './sums';

/** A state seen fewer times than this says little about what follows it. */
const FEW = 5;

/** How many states a chain has, and the share of visits that go to states seen fewer than five times. */
export function stateUse(
  chain: PathChain,
  { conversions, nulls }: PathSums,
): { readonly states: number; readonly sparse: number } {
  const visits = new Float64Array(chain.states);
  for (let path = 0; path < conversions.length; ++path) {
    if (chain.first[path]! < 0) continue;
    const journeys = conversions[path]! + nulls[path]!;
    visits[chain.first[path]!]! += journeys;
    for (let i = chain.moveOffsets[path]!; i < chain.moveOffsets[path + 1]!; ++i) {
      visits[chain.targets[chain.moves[i]!]!]! += journeys;
    }
  }
  let all = 0;
  let sparse = 0;
  for (const count of visits) {
    all += count;
    if (count < FEW) sparse += count;
  }
  return { states: chain.states, sparse: all === 0 ? 0 : sparse / all };
}
