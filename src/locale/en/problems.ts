import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../language';
import type { Numbers } from '../numbers';

/** What went wrong and what to do, in English: what, the value found, the next step. */
export const problems: Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence> = {
  'too-few-users': ({ users }, n) => ({
    message: `An arm has ${users === 1 ? 'one user' : `${n.int(Number(users))} users`}; a comparison needs at least two.`,
    hint: null,
  }),
  'constant-arms': ({ control, treatment }, n) => ({
    message: `There is no variation: every user has ${n.num(Number(control))} in one arm and ${n.num(Number(treatment))} in the other.`,
    hint: 'Check that the metric is recorded per user.',
  }),
  'same-value': ({ value }, n) => ({
    message: `Every user has the value ${n.num(Number(value))}.`,
    hint: 'A metric that never varies cannot be compared.',
  }),
  'control-is-zero': () => ({
    message: 'The control average is zero, so the change has no percentage.',
    hint: 'The absolute difference is still valid.',
  }),
  'control-too-uncertain': () => ({
    message: 'The control average is too uncertain to express the change as a percentage.',
    hint: 'The absolute difference is still valid.',
  }),
  'not-in-data': ({ what, name, known, near }) => ({
    message: `The data has no ${what} “${name}”.`,
    hint: [
      Array.isArray(known) ? `It has: ${known.join(', ')}.` : '',
      near ? `Did you mean “${near}”?` : '',
    ]
      .filter(Boolean)
      .join(' '),
  }),
  'wrong-type': ({ name, expected, found }) => ({
    message: `The column “${name}” holds ${found}, not ${expected}.`,
    hint: null,
  }),
  'not-a-duration': ({ found }) => ({
    message: `“${found}” is not a duration.`,
    hint: 'Write a number and s, m, h, d or w, such as "7d".',
  }),
};
