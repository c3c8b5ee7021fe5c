import { type Chain, type Follower, newChain } from './chain';
import { haltAtExclusion } from './halt-at-exclusion';
import { occurrences } from './occurrences';
import type { Rules } from './rules';
import type { Stream } from './stream';

/**
 * Chains in the order of the steps, other events allowed in between. Each step takes the first row
 * that is left for it; rows at the time of the step before count as coming after it, wherever they
 * stand, but no row serves two steps. Where several rows of one time could make a step, it takes one
 * that leaves the others most. Optional steps are taken where they come before the next step that is
 * not, and never delay it.
 */
export function orderedChains(stream: Stream, rules: Rules): Follower {
  const { steps, windowMs, optional, exclusions } = rules;
  const found = occurrences(stream, steps + exclusions.length, rules.graceMs);
  const chain = newChain(steps);
  const { at } = chain;

  /** The greatest position that the chain has taken. */
  let furthest = 0;

  /** The steps that were asked for their rows in one search, as bits. */
  let asked = 0;

  /** The first row for `step` behind the one at `last`, or −1. */
  function find(step: number, last: number, limit: number): number {
    const { length } = stream;
    let position = found.next(step, found.tiesFrom(last));
    while (position <= furthest && position < length && at.includes(position)) {
      asked = 0;
      if (isGivenUp(position)) break;
      position = found.next(step, position + 1);
    }
    return position < length && stream.time[position]! <= limit ? position : -1;
  }

  /** Whether the step at `position` could be moved to another row of the same time. The entry stays. */
  function isGivenUp(position: number): boolean {
    const { time, length } = stream;
    const step = at.indexOf(position);
    if (step === 0 || (asked & (1 << step)) !== 0) return false;
    asked |= 1 << step;
    let other = found.next(step, found.tiesFrom(position));
    for (; other < length && time[other]! <= time[position]!; other = found.next(step, other + 1)) {
      if (time[other]! < time[position]!) continue;
      if (at.includes(other) && !isGivenUp(other)) continue;
      take(step, other);
      return true;
    }
    return false;
  }

  function take(step: number, position: number): void {
    at[step] = position;
    if (step >= chain.reached) chain.reached = step + 1;
    if (position > furthest) furthest = position;
  }

  function follow(entry: number): Chain {
    const { time } = stream;
    const limit = time[entry]! + windowMs;
    at.fill(-1);
    furthest = -1;
    chain.reached = 0;
    take(0, entry);
    for (let step = 1, last = entry; step < steps; ++step) {
      const skipped = step;
      while (optional[step]) ++step;
      const position = find(step, last, limit);
      if (position >= 0) take(step, position);
      const latest = position >= 0 ? time[position]! : limit;
      for (let extra = skipped; extra < step; ++extra) {
        const taken = find(extra, last, latest);
        if (taken < 0) continue;
        take(extra, taken);
        last = taken;
      }
      if (position < 0) break;
      last = at[step]!;
    }
    haltAtExclusion(chain, stream, found, rules);
    return chain;
  }

  return { begin: found.build, judge: follow, follow };
}
