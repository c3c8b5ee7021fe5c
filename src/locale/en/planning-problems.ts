import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

const NEEDED: Readonly<Record<string, string>> = {
  metric: 'the metric whose value the source tells',
  baseline: 'a source with a metric, or the value of today as "baseline"',
  sd: 'the standard deviation of one user as "sd", or a source that tells it',
};

/** What is wrong with the plan of a test, with counts of finished ones, or with metrics defined elsewhere, in English. */
export const planningProblems = {
  'plan-needs': ({ needs }) => ({
    message: `The plan has nothing to start from: it needs ${NEEDED[String(needs)] ?? needs}.`,
    hint: null,
  }),
  'nobody-to-expose': ({ event }) => ({
    message: `No user has the event “${event}” that would expose them.`,
    hint: 'Check the filter of the exposure.',
  }),
  'too-few-matured': ({ users }, n) => ({
    message: `${users === 1 ? 'One user has' : `${n.int(Number(users))} users have`} had the metric’s window in full; a value of today needs at least two.`,
    hint: 'Shorten the window, or wait for more data.',
  }),
  'baseline-is-zero': () => ({
    message: 'The metric is zero today, so a change has no percentage.',
    hint: 'Write the change as "mde": { "absolute": … }, or check that the event is recorded.',
  }),
  'arrivals-unknown': ({ canBeTyped }) => ({
    message: 'It is not known how many users come, so days cannot be told.',
    hint:
      canBeTyped === true
        ? 'Write the new users a day as "arrivals", or name a source of events.'
        : null,
  }),
  'history-too-short': ({ days, needed, canBeTyped }, n) => ({
    message: `The data hold ${days === 1 ? 'one whole day' : `${n.int(Number(days))} whole days`}; days are planned from ${n.int(Number(needed))} or more.`,
    hint: canBeTyped === true ? 'Write the new users a day as "arrivals".' : null,
  }),
  'arrivals-stopped': ({ last, days, canBeTyped }, n) => ({
    message: `The last new users came on ${last}, ${n.int(Number(days))} whole days before the end of the data, so it is not known when more will.`,
    hint: canBeTyped === true ? 'Write the new users a day as "arrivals".' : null,
  }),
  'exposure-is-over': ({ end }) => ({
    message: `Exposure ended as planned on ${end}; users who come later do not count.`,
    hint: null,
  }),
  'split-needs-arms': ({ arms, found }, n) => ({
    message: `The split has ${n.int(Number(found))} shares for ${n.int(Number(arms))} arms.`,
    hint: 'Give one share for each arm, the control first.',
  }),
  'not-counts': ({ arm, users, conversions }, n) => ({
    message: `The arm “${arm}” has ${conversions === null ? 'no number of' : n.num(Number(conversions))} conversions among ${users === null ? 'no number of' : n.num(Number(users))} users.`,
    hint: 'Counts are whole numbers, and nobody converts twice: count users, not events.',
  }),
  'not-arms': ({ found }) => ({
    message: `“${found}” is not an arm with its users and its conversions.`,
    hint: 'Write a line for each arm, such as “control 24102 1211”, two arms at least.',
  }),
  'needs-users': ({ name }) => ({
    message: `“${name}” is read from users, but these are counts.`,
    hint: 'Remove it; “where” picks one of several tests.',
  }),
  'counts-have-one-metric': () => ({
    message: 'Counts of users and conversions have one metric, the share of users who converted.',
    hint: 'Leave “metrics” out, or give one of type "proportion" with a direction, target or margin alone.',
  }),
  'definitions-cycle': ({ path }) => ({
    message: `These notebooks take their definitions from one another: ${path}.`,
    hint: 'Let one of them define its metrics itself.',
  }),
  'no-definitions': ({ file }) => ({
    message: `The notebook “${file}” defines no metrics.`,
    hint: 'Metrics for others stand in its cells of the type “definitions”.',
  }),
} satisfies Sentences;
