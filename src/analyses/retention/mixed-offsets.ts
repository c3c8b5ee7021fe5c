import type { Curve } from './curve';
import type { Span } from './spans';
import type { Tally } from './tally';

/**
 * The offsets at which the curve of group `g` rises although the cohorts that have come that far did
 * not: it rises because weaker cohorts end before.
 */
export function mixedOffsets(
  { rows, columns, of, returned, total }: Tally,
  g: number,
  spans: readonly Span[],
  { value }: Curve,
): number[] {
  const sums = total.length > 0 ? total : returned;
  return spans.flatMap(({ offset }, s) => {
    if (s === 0 || !(value[s]! > value[s - 1]!)) return [];
    const held = [0, 0];
    const users = [0, 0];
    for (let r = 0; r < rows; ++r) {
      const at = (g * rows + r) * columns + s;
      if (of[at] === 0) continue;
      for (const back of [0, 1]) {
        held[back]! += sums[at - back]!;
        users[back]! += of[at - back]!;
      }
    }
    return held[0]! / users[0]! > held[1]! / users[1]! ? [] : [offset];
  });
}
