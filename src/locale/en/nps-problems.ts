import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of answers, in English. */
export const npsProblems = {
  'no-answers': ({ event, column, invalid }, n) => ({
    message: `No “${String(event)}” has an answer from 0 to 10 in “${String(column)}”${Number(invalid) > 0 ? ` (${invalid === 1 ? 'one row has' : `${n.int(Number(invalid))} rows have`} something else)` : ''}.`,
    hint: 'Check the event, the column and the dates.',
  }),
  'too-few-answers': ({ answers, needed }, n) => ({
    message: `${answers === 1 ? 'One answer' : `${n.int(Number(answers))} answers`}: a score needs at least ${n.int(Number(needed))}.`,
    hint: null,
  }),
  'nobody-asked': () => ({
    message: 'Nobody was asked, so there is no response rate.',
    hint: null,
  }),
  'compared-with': () => ({ message: 'This is what the others are compared with.', hint: null }),
} satisfies Sentences;
