import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Numbers } from '../numbers';
import type { Sentence } from '../sentence';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be said of how users are, in English. */
export const healthProblems = {
  'no-weights': () => ({
    message: 'All weights are 0, so no dimension counts.',
    hint: 'Give at least one dimension a weight above 0, or leave all weights out: then all count the same.',
  }),
  'measure-needs': ({ name, measure, what }) => ({
    message: `The dimension “${String(name)}” measures “${String(measure)}” and does not say ${what === 'of' ? 'of what it is a share' : 'of which column'}.`,
    hint:
      what === 'of'
        ? 'Add "of", such as { "event": "purchase" }.'
        : 'Add "value", the name of a column of numbers.',
  }),
  'health-too-short': ({ days, needed }, n) => ({
    message: `The data have ${whole(days, n)}; testing the index on history needs ${n.int(Number(needed))}.`,
    hint: 'Load a longer history, or shorten "horizon" and the windows of the dimensions.',
  }),
  'reference-too-late': ({ found, latest }) => ({
    message: `The scale is frozen on ${String(found)}, which is after ${String(latest)}, the day on which the index is tested.`,
    hint: `Choose ${String(latest)} or an earlier day: the test must not know what came after.`,
  }),
  'reference-too-early': ({ found, days, needed }, n) => ({
    message: `On ${String(found)} the data went back ${n.int(Number(days))} days; the longest window has ${n.int(Number(needed))}.`,
    hint: 'Choose a later day for "reference", or shorter windows.',
  }),
  'bands-overlap': ({ healthy, watch }, n) => ({
    message: `The band to watch begins at ${n.num(Number(watch))}, not below the healthy one at ${n.num(Number(healthy))}.`,
    hint: 'Write a smaller number for "watch" than for "healthy".',
  }),
  'nobody-looked-at': ({ users, activeWithin, minimum }, n) => ({
    message: `Of ${n.int(Number(users))} users who were ever active nobody was within ${String(activeWithin)}, on at least ${n.int(Number(minimum))} ${Number(minimum) === 1 ? 'day' : 'days'}, both now and when the index is tested.`,
    hint: 'Lengthen "activeWithin", lower "minimum", or check the filter and the dates of the data.',
  }),
  'nobody-scored': () => ({
    message: 'Nobody has an index: of everybody less than 60 % of the weight is known.',
    hint: 'Give more weight to dimensions that are known of most users, or take out those that are known of few.',
  }),
  'cannot-validate': ({ users, left, needed }, n) => ({
    message: `Of ${n.int(Number(users))} users who had an index then ${n.int(Number(left))} left: at least ${n.int(Number(needed))} must have left and as many stayed to test it.`,
    hint: 'Load more users or a longer history, or lengthen "horizon".',
  }),
  'index-says-nothing': ({ estimate, low, high }, n) => ({
    message: `The index did not tell those who left from those who stayed: AUC ${n.num(Number(estimate), 3)} (${n.num(Number(low), 3)} to ${n.num(Number(high), 3)}; 0.5 is chance).`,
    hint: 'Look at the AUC of each dimension; turn the direction of those below 0.5, and take out those that say nothing.',
  }),
  'dimension-unknown': ({ name }) => ({
    message: `“${String(name)}” is known of too few of those who left and stayed to test it alone.`,
    hint: null,
  }),
  'value-not-given': () => ({
    message: 'Nobody has said what users bring.',
    hint: 'Add "value", such as { "event": "purchase", "value": "amount" }.',
  }),
} satisfies Sentences;

function whole(days: ProblemArgs[string] | undefined, n: Numbers): string {
  return Number(days) === 1 ? 'one whole day' : `${n.int(Number(days))} whole days`;
}
