import type { Chain } from './chain';
import type { Occurrences } from './occurrences';
import type { Rules } from './rules';
import type { Stream } from './stream';

/**
 * Ends a chain at the first exclusion that lies between its steps or, after its last step, within
 * the window; sets `rank` (the time of its last step), `stop` and `isTainted`. An exclusion at the
 * very time of the step it counts from, or up to, is not between; at that of a step on the way it
 * follows this step. One that removes users lets the chain make the step that it spoilt, and marks it.
 */
export function haltAtExclusion(
  chain: Chain,
  stream: Stream,
  found: Occurrences,
  { steps, windowMs, exclusions }: Rules,
): void {
  const { at } = chain;
  chain.isTainted = false;
  chain.stop = -1;
  const limit = stream.time[at[0]!]! + windowMs;
  for (let from = 1; from < steps && exclusions.length > 0;) {
    let to = from + 1;
    while (to <= chain.reached && at[to - 1]! < 0) ++to;
    const goesOn = to <= chain.reached;
    let stop = stream.length;
    let removes = false;
    for (let x = 0; x < exclusions.length; ++x) {
      const exclusion = exclusions[x]!;
      if (from < exclusion.from || from >= exclusion.to) continue;
      let start = exclusion.from;
      while (at[start - 1]! < 0) ++start;
      const first = Math.max(found.after(at[start - 1]!), found.tiesFrom(at[from - 1]!));
      const position = found.next(steps + x, first);
      if (position >= stop) continue;
      const time = stream.time[position]!;
      if (goesOn ? time >= stream.time[at[to - 1]!]! : time > limit) continue;
      stop = position;
      removes = exclusion.removes;
    }
    if (stop < stream.length) {
      chain.stop = stop;
      chain.isTainted = removes;
      chain.reached = removes && goesOn ? to : from;
      at.fill(-1, chain.reached);
      break;
    }
    if (!goesOn) break;
    from = to;
  }
  chain.rank = stream.time[at[chain.reached - 1]!]!;
}
