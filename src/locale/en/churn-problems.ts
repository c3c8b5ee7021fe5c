import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Numbers } from '../numbers';
import type { Sentence } from '../sentence';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of those who leave, in English. */
export const churnProblems = {
  'no-churn-rule': ({ below, days, users, needed }, n) => ({
    message:
      Number(users) < Number(needed)
        ? `${Number(users) === 1 ? 'Only one user was' : `Only ${n.int(Number(users))} users were`} ever active: too few to tell after how long a silence users stay away.`
        : `The data do not show after how many silent days fewer than ${n.pct(Number(below), 0)} come back: the longest silence was watched for ${n.int(Number(days))} days.`,
    hint: 'Say it yourself with "after", such as "28d", or load a longer history.',
  }),
  'nobody-silent-so-long': ({ days }, n) => ({
    message: `Nobody was silent for ${n.int(Number(days))} days yet.`,
    hint: null,
  }),
  'nobody-left-to-leave': () => ({
    message: 'Nobody was there at the start of this period.',
    hint: null,
  }),
  'nobody-came-back': () => ({
    message: 'Nobody was active on a second day.',
    hint: null,
  }),
} satisfies Sentences;
