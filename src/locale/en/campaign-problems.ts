import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of a campaign, in English. */
export const campaignProblems = {
  'nobody-reached-here': () => ({ message: 'There is nobody to count here.', hint: null }),
  'no-holdout': ({ control, found }, n) => ({
    message: `There is no hold-out “${String(control)}” to compare with.`,
    hint:
      (found as readonly string[]).length > 0
        ? `Users whose window has passed are in: ${n.list(found as readonly string[])}.`
        : 'No user was assigned so long ago that the window has passed.',
  }),
  'short-before': () => ({
    message: 'The time before is too short to see whether both moved in parallel.',
    hint: 'Give “before” two weeks or more.',
  }),
} satisfies Sentences;
