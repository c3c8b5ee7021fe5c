import { CONVERTED, type Journeys } from './journeys';
import type { AttributionResult } from './result';

/** How many journeys there are of each kind. */
export function journeyCounts(
  { outcome, count, time, ends, open, tally }: Journeys,
  lookbackMs: number,
): AttributionResult['journeys'] {
  let converted = 0;
  let lost = 0;
  let withoutTouch = 0;
  let truncated = 0;
  let from = 0;
  for (let i = 0; i < ends.length; ++i) {
    if (outcome[i] === CONVERTED) {
      converted += count[i]!;
      if (ends[i] === from) withoutTouch += count[i]!;
      if (time[i]! - lookbackMs < tally.firstTime) truncated += count[i]!;
    } else {
      lost += count[i]!;
    }
    from = ends[i]!;
  }
  const { withoutChannel, missing } = tally;
  return {
    converted,
    null: lost,
    withoutTouch,
    open: open.length,
    truncated,
    withoutChannel,
    missing,
  };
}

/** How often each channel was touched before conversions. */
export function touchesBeforeConversions({
  outcome,
  count,
  ends,
  touches,
  repeats,
  channels,
}: Journeys): Float64Array {
  const sums = new Float64Array(channels.length);
  let from = 0;
  for (let i = 0; i < ends.length; ++i) {
    const weight = outcome[i] === CONVERTED ? count[i]! : 0;
    for (let at = from; at < ends[i]!; ++at) sums[touches[at]!]! += weight * (repeats?.[at] ?? 1);
    from = ends[i]!;
  }
  return sums;
}
