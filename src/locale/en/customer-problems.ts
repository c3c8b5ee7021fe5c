import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of customers, their scores and their shares, in English. */
export const customerProblems = {
  'one-user': ({ measured }) => ({
    message: `Only one user has “${measured}”; a comparison between users needs at least two.`,
    hint: 'Check the filter, the dates and which column is marked as the user.',
  }),
  'nothing-to-share': ({ measured }) => ({
    message: `“${measured}” comes to 0 or less for every user, so nobody has a share of it.`,
    hint: 'Check the column of values, and whether refunds are larger than purchases.',
  }),
  'median-is-zero': () => ({
    message: 'The median user has 0, so nothing is a multiple of it.',
    hint: null,
  }),
  'previous-not-before': ({ previous, reference }) => ({
    message: `The date to compare with, ${previous}, is not before the end of the data, ${reference}.`,
    hint: 'Choose an earlier date.',
  }),
  'no-purchases-before': ({ date }) => ({
    message: `Nobody had bought anything by ${date}, so there is nothing to compare with.`,
    hint: 'Choose a later date, or a longer look-back.',
  }),
  'nobody-in-segment': () => ({ message: 'Nobody is in this segment.', hint: null }),
  'cuts-not-ascending': ({ found }) => ({
    message: `The cut points ${found} do not ascend.`,
    hint: 'Write four numbers from the least to the greatest.',
  }),
} satisfies Sentences;
