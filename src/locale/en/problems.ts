import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';
import { commandLineProblems } from './command-line-problems';
import { engineProblems } from './engine-problems';
import { dataProblems } from './data-problems';
import { notebookProblems } from './notebook-problems';

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
  'too-few-arms': ({ arms }, n) => ({
    message: `Traffic was planned for ${arms === 1 ? 'one arm' : `${n.int(Number(arms))} arms`}; a split needs at least two.`,
    hint: 'Give two or more arms a share above zero.',
  }),
  'too-few-groups': ({ groups }, n) => ({
    message: `There ${groups === 1 ? 'is one group' : `are ${n.int(Number(groups))} groups`} to compare; it takes at least two.`,
    hint: null,
  }),
  'too-few-values': ({ values, needed }, n) => ({
    message: `An arm has ${values === 1 ? 'one value' : `${n.int(Number(values))} values`}; this needs at least ${n.int(Number(needed))}.`,
    hint: 'Wait for more data, or choose a quantile nearer to the median.',
  }),
  'tied-quantile': ({ value }, n) => ({
    message: `Too many values around the quantile equal ${n.num(Number(value))}, so its uncertainty cannot be measured.`,
    hint: 'Compare the share of users above that value, or choose another quantile.',
  }),
  'no-denominator': () => ({
    message: 'The denominator adds up to zero, so there is no ratio.',
    hint: 'Check that the denominator’s events are recorded in every arm.',
  }),
  'no-events-yet': () => ({
    message: 'Nobody has had the event yet, so there is nothing to compare.',
    hint: 'Wait for more data, or check that the event is recorded.',
  }),
  'cap-flattens': ({ cap }, n) => ({
    message: `Capping at ${n.num(Number(cap))} would give every user the same value.`,
    hint: 'Choose a higher percentile or a fixed cap, or compare the share of users above zero.',
  }),
  'impossible-rate': ({ rate }, n) => ({
    message: `The effect would take the rate to ${n.num(Number(rate))}, but a rate lies between 0 and 1.`,
    hint: 'Plan for a smaller effect.',
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
  'chart-loads-data': ({ url }) => ({
    message: `The chart asks for data from “${url}”; charts load nothing.`,
    hint: 'Read the file with a source cell and name that cell as the chart’s data.',
  }),
  'chart-too-large': ({ what, found, most }, n) => ({
    message: `The chart has ${n.int(Number(found))} ${what}; at most ${n.int(Number(most))} can be drawn.`,
    hint: 'Count or group the rows before drawing them.',
  }),
  'role-missing': ({ role }) => ({
    message: `No column is marked as the ${role}.`,
    hint: 'A table of events needs a user, a time and an event column; a table with one row per user needs neither time nor event.',
  }),
  'no-rows-left': ({ rows }, n) => ({
    message: `None of the ${n.int(Number(rows))} rows has both a user and a time.`,
    hint: 'Check which columns are marked as user and time.',
  }),
  'needs-times': () => ({
    message: 'This data has one row per user and no times, so dates cannot select anything.',
    hint: 'Remove the dates, or mark the time and event columns of the data.',
  }),
  'needs-events': ({ name }) => ({
    message: `“${name}” works on events, but this data has one row per user.`,
    hint: 'Name columns instead of events, or mark the time and event columns of the data.',
  }),
  'needs-units': ({ name }) => ({
    message: `“${name}” works on one row per user, but this data is a list of events.`,
    hint: 'Name an event instead of a column.',
  }),
  'where-matches-nothing': () => ({
    message: 'No row passes the filter.',
    hint: 'Check the values in “where”; text is compared with upper and lower case.',
  }),
  'range-matches-nothing': ({ from, to }) => ({
    message: `Nobody was first exposed between ${from} and ${to}.`,
    hint: 'Check the dates; the end is not included.',
  }),
  'nobody-exposed': ({ event }) => ({
    message: `No user has the exposure event “${event}” with a variant.`,
    hint: 'Check the filter of the exposure and the variant column.',
  }),
  'one-arm': ({ column, arms }) => ({
    message: `“${column}” holds ${Array.isArray(arms) && arms.length === 1 ? `only “${arms[0]}”` : 'no variants'}; a comparison needs at least two arms.`,
    hint: 'Choose the column that says which variant a user saw, or widen the filter.',
  }),
  'not-zero-or-one': ({ name, found }, n) => ({
    message: `A proportion counts users who did or did not do something, but “${name}” holds ${typeof found === 'number' ? n.num(found) : `“${found}”`}.`,
    hint: 'Use the type "mean" for amounts, or a column of 0 and 1.',
  }),
  'metric-needs': ({ metric, needs }) => ({
    message: `The metric “${metric}” has no ${Array.isArray(needs) ? needs.join(' or ') : needs}.`,
    hint: null,
  }),
  'same-name': ({ name }) => ({
    message: `Two metrics are called “${name}”.`,
    hint: 'Give each metric a name of its own.',
  }),
  'split-without-control': ({ control }) => ({
    message: `The planned split gives no traffic to the control “${control}”.`,
    hint: 'Add it to the split with its share.',
  }),
  'too-few-for-looks': ({ users, needed }, n) => ({
    message: `An arm has ${n.int(Number(users))} users; an interval that holds however often you look needs ${n.int(Number(needed))}.`,
    hint: 'Let the test run on.',
  }),
  'needs-planned-end': () => ({
    message: 'Looking while the test runs and at its end needs a planned end.',
    hint: 'Set the planned end, or let looks be "always-valid".',
  }),
  'not-ready': ({ what }) => ({
    message: `${what} is not part of this version of Liftbook yet.`,
    hint: null,
  }),
  'not-a-time-zone': ({ found }) => ({
    message: `“${found}” is not a time zone.`,
    hint: 'Write a name such as "Europe/Berlin" or "UTC".',
  }),
  'not-a-time': ({ found }) => ({
    message: `“${found}” is not a date.`,
    hint: 'Write "2026-03-02", or "2026-03-02T09:00" with a time of day.',
  }),
  'empty-range': ({ from, to }) => ({
    message: `The range from ${from} to ${to} is empty.`,
    hint: 'The end comes after the start and is not included.',
  }),
  'window-is-zero': ({ found }) => ({
    message: `A window of ${found} holds no time at all.`,
    hint: 'Write a duration such as "7d".',
  }),
  'not-a-duration': ({ found }) => ({
    message: `“${found}” is not a duration.`,
    hint: 'Write a number and s, m, h, d or w, such as "7d".',
  }),
  ...dataProblems,
  ...notebookProblems,
  ...engineProblems,
  ...commandLineProblems,
};
