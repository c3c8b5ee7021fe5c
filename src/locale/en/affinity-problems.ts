import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of content, in English. */
export const affinityProblems = {
  'few-engaged': ({ users, needed }, n) => ({
    message: `There are ${n.int(Number(users))} users on one side, or too little happened on it; a comparison needs ${n.int(Number(needed))} users and some variation.`,
    hint: null,
  }),
  'nobody-began': () => ({
    message: 'Nobody whose time has passed began with this content.',
    hint: null,
  }),
} satisfies Sentences;
