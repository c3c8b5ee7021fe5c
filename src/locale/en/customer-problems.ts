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
  'nobody-from-channel': () => ({
    message: 'No user is known to have come from there.',
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
  'tiers-not-ascending': ({ name, from, below, belowFrom }, n) => ({
    message: `The tier “${name}” begins at ${n.num(Number(from))}, not above “${below}” (${n.num(Number(belowFrom))}).`,
    hint: 'List the tiers from the lowest up, each with a higher threshold.',
  }),
  'same-tier': ({ name }) => ({
    message: `Two tiers are called “${name}”, or the name is taken.`,
    hint: 'Give each tier a name of its own.',
  }),
  'no-mature-orders': () => ({
    message: 'There are no orders here whose time for another is over.',
    hint: null,
  }),
  'nobody-in-tier': () => ({ message: 'Nobody was in this tier.', hint: null }),
  'most-still-there': () => ({
    message: 'More than half are still there, so no median time can be given.',
    hint: null,
  }),
  'too-few-near': ({ users, needed }, n) => ({
    message: `${users === 0 ? 'No user has' : users === 1 ? 'One user has' : `${n.int(Number(users))} users have`} orders on one side of the threshold; a difference needs ${n.int(Number(needed))}.`,
    hint: 'Choose a wider "near", or wait for more data.',
  }),
} satisfies Sentences;
