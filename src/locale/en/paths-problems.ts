import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Numbers } from '../numbers';
import type { Sentence } from '../sentence';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of paths, in English. */
export const pathsProblems = {
  'no-paths': ({ event, open }, n) =>
    Number(open) > 0
      ? {
          message: `All ${n.int(Number(open))} paths with “${event}” reach beyond the data.`,
          hint: 'Choose a shorter window, or an earlier end of the dates.',
        }
      : {
          message: `There is no path with “${event}”.`,
          hint: 'Check the filter and the dates.',
        },
  'too-many-groups': ({ column, most }, n) => ({
    message: `“${column}” has more than ${n.int(Number(most))} values; that divides nothing.`,
    hint: 'Choose a column with few values, such as a variant or a platform.',
  }),
  'too-rare-to-compare': ({ needed }, n) => ({
    message: `Too rare to compare: at least ${n.int(Number(needed))} such paths are needed where there are fewest.`,
    hint: null,
  }),
} satisfies Sentences;
