import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';
import { someOf } from '../some-of';

type Say = (args: FindingArgs, n: Numbers) => string;

/** Keeps the codes and forgets what each sentence says, so that other languages may say it their way. */
function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What is said of users who come back, in English. */
export const retentionFindings = sentences({
  'retention.complete': ({ through }) => `Data complete through ${through}`,
  'retention.waiting': ({ waiting, of }, n) =>
    `${n.int(Number(waiting))} of ${n.int(Number(of))} cells not known yet`,
  'retention.gaps': ({ days }, n) =>
    `${days === 1 ? 'One day' : `${n.int(Number(days))} days`} without any event`,
  'retention.split-fits': () => 'Split as planned',
  'retention.split-off': () => 'Split does not match the plan',
  'retention.split-unknown': () => 'Split not checked',

  'retention.back': (args, n) =>
    `Of ${starters(args.of, args, n)}, ${rate(args.value, args.low, args.high, n)} came back ${when(args, args.label)}${
      args.lastLabel === null
        ? ''
        : `; of ${n.int(Number(args.lastOf))}, ${rate(args.lastValue, args.lastLow, args.lastHigh, n)} ${when(args, args.lastLabel)}`
    }.`,
  'retention.brought': (args, n) =>
    `On average ${starters(args.of, args, n)} brought ${amountRange(args, args.value, args.low, args.high, n)} each ${when(args, args.label)}${
      args.lastLabel === null
        ? ''
        : `, and ${n.int(Number(args.lastOf))} brought ${amountRange(args, args.lastValue, args.lastLow, args.lastHigh, n)} each ${when(args, args.lastLabel)}`
    }.`,
  'retention.nothing-yet': ({ users, start }, n) =>
    `${n.int(Number(users))} users have “${start}”; the data end before any of their periods is over.`,
  'retention.groups': (args, n) =>
    args.sum === null
      ? `${capital(when(args, args.label))} ${n.pct(Number(args.mostValue), 1)} of ${args.most} came back, the most of all groups, and ${n.pct(Number(args.leastValue), 1)} of ${args.least}, the fewest.`
      : `${capital(when(args, args.label))} users of ${args.most} brought the most, ${amount(args.mostValue, args.unit, n)} each, and those of ${args.least} the least, ${amount(args.leastValue, args.unit, n)}.`,
  'retention.more': (args, n) =>
    `${args.group} ${args.sum === null ? 'brings more users back' : 'brings more per user'} than ${args.control}: ${difference(args, n)} ${when(args, args.label)}.`,
  'retention.fewer': (args, n) =>
    `${args.group} ${args.sum === null ? 'brings fewer users back' : 'brings less per user'} than ${args.control}: ${difference(args, n)} ${when(args, args.label)}.`,
  'retention.same': (args, n) =>
    `No clear difference between ${args.group} and ${args.control}${args.difference === null ? '' : `; the largest is ${difference(args, n)} ${when(args, args.label)}`}.`,

  'retention.rule': (args, n) => `Rule: ${ruleText(args, n)}`,
  'retention.split-explained': ({ observed, expected, p }, n) =>
    `Users are not divided as planned: ${texts(observed).join(' / ')} where ${texts(expected).join(' / ')} were expected (${n.pIs(Number(p))}). Something removed or added users unevenly; do not read the differences.`,
  'retention.unlimited': ({ period }) =>
    `“On or after” counts to the end of the data, so older cohorts have had more chances to return and the last columns sink. Set a horizon to give every cohort the same number of ${period}s.`,
  'retention.mixed': ({ group, period, labels }, n) =>
    `${group === null ? 'The' : `${group}: the`} overall curve rises in ${plural(texts(labels), period)} ${n.list(texts(labels))} only because weaker cohorts end before. Read the cohorts, or let the overall row be "balanced".`,
  'retention.first-cohort': ({ cohort, users }, n) =>
    `The data begin within the cohort of ${cohort} (${n.int(Number(users))} users): some of them may have started before.`,
  'retention.small': ({ cohorts, of, users }, n) =>
    `${n.int(Number(cohorts))} of ${n.int(Number(of))} cohorts ${cohorts === 1 ? 'has' : 'have'} fewer than ${n.int(Number(users))} users; ${cohorts === 1 ? 'its' : 'their'} rates, in brackets, are a matter of a few people.`,
  'retention.small-groups': ({ groups, users }, n) =>
    `Fewer than ${n.int(Number(users))} users: ${n.list(texts(groups))}. Their rates are a matter of a few people.`,
  'retention.missing': ({ rows, sum }, n) =>
    `${rows === 1 ? 'One return has' : `${n.int(Number(rows))} returns have`} no “${sum}” and ${rows === 1 ? 'adds' : 'add'} nothing.`,
  'retention.others-same': ({ groups, control }, n) =>
    `No clear difference to ${control} elsewhere: ${n.list(texts(groups))}.`,
  'retention.leaving': ({ control, groups, p }, n) =>
    `Over the whole time users leave at another speed than those of ${control}: ${n.list(texts(groups))} (log-rank, corrected ${n.pIs(Number(p))}${texts(groups).length > 1 ? ' or less' : ''}).`,
  'retention.leaving-alike': ({ control, groups, p }, n) =>
    `Over the whole time users do not visibly leave at another speed than those of ${control}: ${n.list(texts(groups))} (log-rank, corrected ${n.pIs(Number(p))}${texts(groups).length > 1 ? ' or more' : ''}).`,
  'retention.not-random': ({ column }) =>
    `Nothing here says that users were divided by “${column}” at random. If they were not, a difference is no effect. Give the planned split to have it checked.`,
});

function starters(users: Arg, { start, cohorts }: FindingArgs, n: Numbers): string {
  const unit = cohorts === 'recurring' ? 'starts' : users === 1 ? 'user' : 'users';
  return `${n.int(Number(users))} ${unit} with “${start}”`;
}

type Arg = FindingArgs[string] | undefined;

function rate(value: Arg, low: Arg, high: Arg, n: Numbers): string {
  return `${n.pct(Number(value), 1)} (${n.num(100 * Number(low), 1)} to ${n.num(100 * Number(high), 1)})`;
}

function amountRange({ unit }: FindingArgs, value: Arg, low: Arg, high: Arg, n: Numbers): string {
  if (low === null) return amount(value, unit, n);
  return `${amount(value, unit, n)} (${amount(low, unit, n)} to ${amount(high, unit, n)})`;
}

function amount(value: Arg, unit: Arg, n: Numbers): string {
  return typeof unit === 'string' ? n.money(Number(value), unit) : n.num(Number(value));
}

function difference({ difference, low, high, sum, unit }: FindingArgs, n: Numbers): string {
  if (sum === null) {
    return `${n.pp(Number(difference), 1)} (${n.num(100 * Number(low), 1)} to ${n.num(100 * Number(high), 1)})`;
  }
  const change =
    typeof unit === 'string'
      ? n.moneyChange(Number(difference), unit)
      : n.signed(Number(difference));
  return `${change} (${amount(low, unit, n)} to ${amount(high, unit, n)})`;
}

/** In which periods a column counts: “in week 1”, “by week 3”. */
function when({ mode, period }: FindingArgs, label: Arg): string {
  switch (mode) {
    case 'on-or-after':
      return `in ${period} ${label} or later`;
    case 'on-or-before':
      return `by ${period} ${label}`;
    case 'streak':
      return `in every ${period} through ${period} ${label}`;
    default:
      return `in ${plural([String(label)], period)} ${label}`;
  }
}

function plural(labels: readonly string[], period: Arg): string {
  return labels.length > 1 || labels.some((label) => label.includes('–'))
    ? `${period}s`
    : `${period}`;
}

function ruleText(args: FindingArgs, n: Numbers): string {
  const { cohorts, period, start, windows, mode, minimum, horizon, overall, sum } = args;
  const who = {
    'first-time': `a user is in the cohort of the first “${start}” that passes the filter`,
    'first-ever': `a user is in the cohort of the first “${start}” ever, if it passes the filter`,
    recurring: `a user is in the cohort of every ${period} with “${start}”`,
  }[String(cohorts)]!;
  const what =
    sum === null
      ? `back means ${minimum === 1 ? '' : `at least ${n.int(Number(minimum))} times `}“${eventText(args.return)}” ${MODES[String(mode)]!(String(period), horizon === null ? null : Number(horizon))}`
      : `“${sum}” of “${eventText(args.return)}” is summed ${MODES[String(mode)]!(String(period), horizon === null ? null : Number(horizon))}`;
  const clock =
    windows === 'calendar'
      ? `calendar ${period}s`
      : `${WINDOWS[String(period)]} from each start on`;
  return `${who}; ${what}; ${clock}. ${OVERALL[String(overall)]}`;
}

const MODES: Readonly<Record<string, (period: string, horizon: number | null) => string>> = {
  on: (period) => `in that very ${period}`,
  'on-or-after': (period, horizon) =>
    horizon === null
      ? `in that ${period} or any later`
      : `in that ${period} or later, through ${period} ${horizon} for all cohorts`,
  brackets: (period) => `in any ${period} of the bracket`,
  'on-or-before': (period) => `in any ${period} so far`,
  streak: (period) => `in every ${period} so far`,
};

const WINDOWS: Readonly<Record<string, string>> = {
  hour: 'hours',
  day: 'windows of 24 hours',
  week: 'windows of 7 × 24 hours',
  month: 'windows of 30 days',
};

const OVERALL: Readonly<Record<string, string>> = {
  pooled: 'The overall row counts all users whose periods are over.',
  balanced: 'The overall row counts the cohorts that are known to the last column.',
  mean: 'The overall row is the plain mean of the cohorts.',
};

function eventText(name: Arg): string {
  return name === '*' ? 'any event' : String(name);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function texts(value: Arg): readonly string[] {
  return Array.isArray(value) ? someOf(value as readonly string[]).shown : [];
}
