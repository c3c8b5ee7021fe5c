import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of invitations, in English. */
export const referralProblems = {
  'nobody-invited': () => ({ message: 'Nobody sent an invitation in these dates.', hint: null }),
  'nobody-accepted': () => ({
    message: 'Nobody signed up through an invitation in these dates.',
    hint: 'Check what says that somebody was invited (“referred”).',
  }),
  'more-accepted-than-sent': ({ accepted, sent }, n) => ({
    message: `${n.int(Number(accepted))} signed up through ${n.int(Number(sent))} invitations, so not all of them were recorded and there is no share.`,
    hint: 'Check the event of the invitation.',
  }),
  'no-cycle': () => ({
    message: 'Of no invited user the signup of the inviter is in the data.',
    hint: null,
  }),
} satisfies Sentences;
