import { type Chain, type Follower, newChain } from './chain';
import { haltAtExclusion } from './halt-at-exclusion';
import { occurrences } from './occurrences';
import type { Rules } from './rules';
import type { Stream } from './stream';

/** Chains whose rows follow one another directly, in file order at equal times: any other event of the user ends them. */
export function strictChains(stream: Stream, rules: Rules): Follower {
  const { steps, windowMs, optional, exclusions } = rules;
  const found = occurrences(stream, steps + exclusions.length, 0);
  const chain = newChain(steps);
  const { at } = chain;

  /** The step that a row with these marks makes after `reached` steps: the next one, else an optional one before it; −1 for none. */
  function stepOf(marks: number, reached: number): number {
    let next = reached;
    while (optional[next]) ++next;
    if ((marks >>> next) & 1) return next;
    for (let step = reached; step < next; ++step) if ((marks >>> step) & 1) return step;
    return -1;
  }

  function follow(entry: number): Chain {
    const { row, time, marks, length } = stream;
    const limit = time[entry]! + windowMs;
    at.fill(-1);
    at[0] = entry;
    chain.reached = 1;
    for (let position = entry + 1; position < length && chain.reached < steps; ++position) {
      if (row[position]! !== row[position - 1]! + 1 || time[position]! > limit) break;
      const step = stepOf(marks[position]!, chain.reached);
      if (step < 0) break;
      at[step] = position;
      chain.reached = step + 1;
    }
    haltAtExclusion(chain, stream, found, rules);
    return chain;
  }

  const begin = exclusions.length > 0 ? found.build : () => undefined;
  return { begin, judge: follow, follow };
}
