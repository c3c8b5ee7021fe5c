import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of cohorts, in English. */
export const cohortProblems = {
  'too-many-periods': ({ period, from, to, most }, n) => ({
    message: `From ${from} to ${to} there are more than ${n.int(Number(most))} periods of one ${period}.`,
    hint: 'Choose a longer period, and check the first and last date of the data.',
  }),
  'too-many-cells': ({ cells, most }, n) => ({
    message: `The table would have ${n.int(Number(cells))} cells; at most ${n.int(Number(most))} are computed.`,
    hint: 'Choose a longer period, fewer periods, or a shorter range of dates.',
  }),
  'nobody-started': ({ event, from, to }) =>
    from === null
      ? {
          message: `No user has the start event “${event}” as it is asked for.`,
          hint: 'Check the filter of the start.',
        }
      : {
          message: `No cohort of users with “${event}” begins between ${from} and ${to}.`,
          hint: 'Check the dates: a cohort counts when its period begins inside them; the end is not included.',
        },
  'not-mature': ({ through }) => ({
    message: `Not known yet: the data must be complete through ${through}.`,
    hint: null,
  }),
  'horizon-too-short': ({ horizon, least }, n) => ({
    message: `The horizon of ${n.int(Number(horizon))} ends before the last period shown, ${n.int(Number(least))}.`,
    hint: `Make it ${n.int(Number(least))} or more, or show fewer periods.`,
  }),
  'cannot-combine': ({ first, second }) => ({
    message: `“${first}” and “${second}” cannot be combined.`,
    hint: 'Take one of them out.',
  }),
  'too-few-starters': ({ users }, n) => ({
    message: `${users === 1 ? 'Only one user is' : `${n.int(Number(users))} users are`} in this cohort; an interval of amounts needs at least two.`,
    hint: null,
  }),
} satisfies Sentences;
