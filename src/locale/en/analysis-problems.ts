import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What a column holds, by its kind. */
const MANY_OF: Readonly<Record<string, string>> = {
  text: 'texts',
  number: 'numbers',
  time: 'times',
  flag: 'yes or no',
};

/** What to do where a column should hold values of a kind. */
const TO_BECOME: Readonly<Record<string, string>> = {
  number:
    'Choose a column of numbers. One cell that is none, such as “seven”, can make texts of a whole column: correct it in the file.',
  time: 'Choose the column of times, written such as 2026-03-01 or 2026-03-01T09:30:00Z, or as epoch seconds or milliseconds. One date that does not exist, such as 2026-02-30, can make texts of a whole column.',
};

/** What is wrong with the roles of a table, or with what an analysis asks of it, in English. */
export const analysisProblems = {
  'wrong-type': ({ name, expected, found, example }) => ({
    message: `The column “${name}” holds ${MANY_OF[String(found)] ?? found}${typeof example === 'string' ? ` such as “${example}”` : ''}, not ${MANY_OF[String(expected)] ?? expected}.`,
    hint: TO_BECOME[String(expected)] ?? null,
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
  'split-does-not-add-up': ({ sum }, n) => ({
    message: `The shares of the planned split add up to ${n.num(Number(sum))}.`,
    hint: 'Give shares that add up to 1 or to 100, or whole numbers as a ratio, such as 2 and 1.',
  }),
  'no-such-metric': ({ name, known, near }, n) => ({
    message: `No metric is called “${name}”.`,
    hint: `There is: ${n.list(Array.isArray(known) ? known.map(String) : [])}.${near ? ` Did you mean “${near}”?` : ''}`,
  }),
  'too-few-for-looks': ({ users, needed }, n) => ({
    message: `An arm has ${n.int(Number(users))} users; an interval that holds however often you look needs ${n.int(Number(needed))}.`,
    hint: 'Let the test run on.',
  }),
  'needs-planned-end': () => ({
    message: 'Looking while the test runs and at its end needs a planned end.',
    hint: 'Set the planned end, or let looks be "always-valid".',
  }),
  'looks-without-scale': () => ({
    message: 'The planned looks are shares, and it is not said what of.',
    hint: 'Set how many users are planned ("users" beside the looks), a planned end, or dates instead of shares.',
  }),
  'end-before-exposure': ({ end, first, setBy }) => ({
    message: `The planned end of the exposure (${end}) is before the first exposure in the data (${first}), so nobody would count.`,
    hint:
      setBy === 'looks'
        ? 'Correct the dates of the looks: exposure ends the longest window of a metric before the last one.'
        : 'Correct the planned end.',
  }),
  'already-frozen': ({ cell, at }, n) => ({
    message: `The plan of “${cell}” was frozen on ${n.date(Date.parse(String(at)), 'UTC')}.`,
    hint: 'A plan is frozen once. To freeze another, take “plan” out of the header first: the history of the file will show it.',
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
} satisfies Sentences;
