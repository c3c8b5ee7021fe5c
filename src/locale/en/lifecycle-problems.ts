import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of activity over time, in English. */
export const lifecycleProblems = {
  'nothing-to-count': ({ event }) => ({
    message: event === '*' ? 'No event is left to count.' : `No event “${event}” is left to count.`,
    hint: 'Check the filter and the dates. Rows after the data end do not count, nor do those of a last day that has not ended ("completeThrough" says otherwise).',
  }),
  'before-the-data': ({ start }) => ({
    message: `This looks back to before the data begin (${start}).`,
    hint: null,
  }),
  'nobody-dormant': () => ({
    message: 'Nobody fell silent, so there is nothing to divide by.',
    hint: null,
  }),
  'nobody-active': ({ days }, n) => ({
    message: `Nobody was active in these ${n.int(Number(days))} days.`,
    hint: null,
  }),
} satisfies Sentences;
