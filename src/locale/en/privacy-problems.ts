import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Numbers } from '../numbers';
import type { Sentence } from '../sentence';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What is kept back so that nobody is named. */
export const privacyProblems = {
  'identifier-shown': ({ name, isUser }) => ({
    message: `“${name}” says who somebody is; its values are not shown in results and charts.`,
    hint: isUser
      ? 'Count users instead, or choose a column that puts them into groups.'
      : 'Choose another column, or take the mark “identifier” off this one in its source cell.',
  }),
  'groups-withheld': ({ groups, least }, n) => ({
    message: `${groups === 1 ? 'One group' : `${n.int(Number(groups))} groups`} of fewer than ${n.int(Number(least))} users ${groups === 1 ? 'is' : 'are'} left out of what is shared, and nothing else is left of this result.`,
    hint: 'Choose a coarser breakdown, or another "smallestGroup" in the notebook’s header.',
  }),
  'people-unknown': ({ table }) => ({
    message: `“${table}” does not say how many users are behind its rows, so they are left out of what is shared.`,
    hint: 'Keep its column of users, or add a column “users” that counts them, such as "users: d => op.distinct(d.user_id)".',
  }),
} satisfies Sentences;
