import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of attempts, in English. */
export const frictionProblems = {
  'no-attempts': () => ({ message: 'There is no such attempt.', hint: null }),
  'few-drops': ({ drops, needed }, n) => ({
    message: `Only ${n.int(Number(drops))} of the attempts on one side dropped out; a comparison needs ${n.int(Number(needed))}.`,
    hint: null,
  }),
} satisfies Sentences;
