import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of a metric over time, in English. */
export const monitorProblems = {
  'short-history': ({ pairs, needed, period }, n) => ({
    message: `The history is too short: ${n.int(Number(pairs))} complete ${period}s to compare, and ${n.int(Number(needed))} are needed.`,
    hint: 'Load earlier data, or choose a shorter period.',
  }),
  'nothing-to-divide-by': () => ({
    message: 'Nothing happened that the metric could be divided by.',
    hint: null,
  }),
  'no-relative-change': () => ({
    message: 'The metric is zero or below somewhere, so a change in percent means nothing.',
    hint: 'Give the rule "by": { "absolute": … } in the unit of the metric.',
  }),
  'rule-without-level': ({ rule }) => ({
    message: `Rule ${String(rule)} has no level.`,
    hint: 'Give it "below", "above" or both.',
  }),
} satisfies Sentences;
