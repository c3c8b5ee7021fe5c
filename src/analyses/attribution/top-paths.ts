import type { DistinctPaths } from './distinct-paths';
import type { Journeys } from './journeys';
import type { PathResult } from './result';
import type { PathSums } from './sums';

const MOST = 20;

/** The paths with touch that brought most conversions, and how many paths with touch there are. */
export function topPaths(
  { count, offsets, steps, repeats }: DistinctPaths,
  { conversions, nulls, value }: PathSums,
  { channels, hasValue }: Journeys,
  users: Float64Array | null,
): { readonly paths: readonly PathResult[]; readonly distinctPaths: number } {
  const touched = Array.from({ length: count }, (_, path) => path).filter(
    (path) => offsets[path] !== offsets[path + 1],
  );
  const top = [...touched]
    .sort((a, b) => conversions[b]! - conversions[a]! || nulls[b]! - nulls[a]! || a - b)
    .slice(0, MOST);
  const stepName = (at: number): string => {
    const name = channels[steps[at]!]!;
    return repeats === null ? name : `${name}(${repeats[at]})`;
  };
  return {
    paths: top.map((path) => ({
      path: Array.from({ length: offsets[path + 1]! - offsets[path]! }, (_, i) =>
        stepName(offsets[path]! + i),
      ),
      conversions: conversions[path]!,
      value: hasValue ? value[path]! : null,
      nulls: nulls[path]!,
      users: users?.[path] ?? null,
    })),
    distinctPaths: touched.length,
  };
}
