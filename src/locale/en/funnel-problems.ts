import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What is wrong with a funnel, or why a number of it is missing, in English. */
export const funnelProblems = {
  'nobody-entered': ({ event }) => ({
    message: `Nobody entered the funnel with “${event}”.`,
    hint: 'Check the conditions of the first step, the dates and the filter.',
  }),
  'all-open': ({ users }, n) => ({
    message: `${users === 1 ? 'The only one who entered is' : `All ${n.int(Number(users))} who entered are`} still within the window, so nothing can be said yet.`,
    hint: 'Choose a shorter window, or wait for more data.',
  }),
  'nobody-reached': ({ event }) => ({
    message: `Nobody did “${event}” within the funnel.`,
    hint: null,
  }),
  'few-durations': ({ values, needed }, n) => ({
    message: `The range of a median needs ${n.int(Number(needed))} durations; here ${values === 1 ? 'is one' : `are ${n.int(Number(values))}`}.`,
    hint: 'Wait for more data.',
  }),
  'unordered-cannot': ({ what, steps }, n) => ({
    message:
      what === 'optional'
        ? 'Steps in any order have no optional ones: each is done or not.'
        : `In any order an exclusion counts from the first step to the last (1 to ${n.int(Number(steps))}) and blocks.`,
    hint:
      what === 'optional'
        ? 'Take the step out, or let the order be "ordered".'
        : 'Change from, to and rule, or let the order be "ordered".',
  }),
  'optional-end': ({ step }) => ({
    message: `Step ${step} cannot be optional: the first and the last step say who enters and who converts.`,
    hint: 'Make it an ordinary step, or take it out.',
  }),
  'exclusion-without-steps': ({ from, to, steps }) => ({
    message: `Nothing lies between step ${from} and step ${to} of ${steps} steps.`,
    hint: 'Write the number of the step before the exclusion in "from" and a later one in "to".',
  }),
  'no-such-step': ({ step, steps }) => ({
    message: `There is no step ${step}; the funnel has ${steps}.`,
    hint: null,
  }),
  'no-such-group': ({ name, known, near }) => ({
    message: `No group is called “${name}”.`,
    hint: [
      Array.isArray(known) ? `There is: ${known.join(', ')}.` : '',
      near ? `Did you mean “${near}”?` : '',
    ]
      .filter(Boolean)
      .join(' '),
  }),
} satisfies Sentences;
