import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a health index says, in English. */
export const healthFindings = sentences({
  'health.tested': (args, n) => `Tested on ${history(args, n)}: AUC ${area(args, n)}`,
  'health.worse': (args, n) =>
    `Tested on ${history(args, n)}: AUC ${area(args, n)}, and days of silence alone do better`,
  'health.useless': (args, n) =>
    `Tested on ${history(args, n)}: AUC ${area(args, n)}; the index does not tell who leaves`,
  'health.not-tested': ({ of, left, days }, n) =>
    `Not tested: of ${int(of, n)} users ${int(left, n)} left in the last ${int(days, n)} days`,
  'health.scale': ({ through, users }, n) =>
    `Scores are ranks among the ${int(users, n)} users of ${dateText(through, n)}`,
  'health.frozen': ({ through, users }, n) =>
    `Scores are ranks among the ${int(users, n)} users of ${dateText(through, n)}, frozen`,
  'health.equal-weights': ({ dimensions }, n) =>
    `No weights are given: all ${int(dimensions, n)} dimensions count the same`,
  'health.few': ({ users }, n) =>
    `Only ${Number(users) === 1 ? 'one user has' : `${int(users, n)} users have`} an index: ranks among so few say little`,
  'health.unknown': ({ users, of }, n) =>
    `${int(users, n)} of ${int(of, n)} users have no index: less than 60 % of the weight is known of them`,
  'health.recency-does': ({ auc, recency, low, high }, n) =>
    `The index (AUC ${n.num(Number(auc), 3)}) does not foretell better than days of silence alone (${n.num(Number(recency), 3)}; difference ${n.signed(Number(low), 3)} to ${n.signed(Number(high), 3)}): a simpler rule would do.`,
  'health.gain': ({ auc, recency, low, high, p }, n) =>
    `Days of silence alone have an AUC of ${n.num(Number(recency), 3)}, the index ${n.num(Number(auc), 3)} (difference ${n.signed(Number(low), 3)} to ${n.signed(Number(high), 3)}, ${n.pIs(Number(p))}).`,
  'health.withheld': ({ users }, n) =>
    `${int(users, n)} users have an index, but there is no list: the index is not shown to foretell who leaves.`,
  'health.nobody': ({ users }, n) =>
    `None of the ${int(users, n)} users is below the threshold or has fallen: there is nobody to win back.`,
  'health.everybody': (args, n) =>
    `All ${int(args.users, n)} users are on the list: thresholds that pick everybody pick nobody.`,
  'health.list': (args, n) =>
    `${int(args.users, n)} of ${int(args.of, n)} users should be won back${stake(args, n)}.`,
  'health.lowest': ({ rate, left, of, lift, all }, n) =>
    `Of the tenth with the lowest index ${n.pct(Number(rate), 0)} left (${int(left, n)} of ${int(of, n)}), ${n.num(Number(lift), 1)} times as many as of all (${n.pct(Number(all), 0)}).`,
  'health.triggers': ({ low, fallen, drop }, n) =>
    drop === null
      ? `${int(low, n)} are below the threshold.`
      : `${int(low, n)} are below the threshold, ${int(fallen, n)} have fallen by ${n.num(Number(drop), 0)} points or more; some are both.`,
  'health.reasons': ({ names, users, of, isShared }, n) =>
    `Most frequent reasons: ${n.list(names as readonly string[])}; the first holds for ${int(users, n)} of ${int(of, n)}${isShared ? ', so it tells them apart from nobody' : ''}.`,
  'health.split': ({ contact, holdout, seed }, n) =>
    `Divided at random (seed ${String(seed)}): ${int(contact, n)} to contact, ${int(holdout, n)} to leave alone, so that an A/B test can measure what contacting them does.`,
});

function history({ of, left, before, days }: FindingArgs, n: Numbers): string {
  return `${int(of, n)} users as of ${dateText(before, n)}, ${int(left, n)} of whom left in the ${int(days, n)} days after`;
}

function area({ auc, low, high }: FindingArgs, n: Numbers): string {
  return `${n.num(Number(auc), 3)} (${n.num(Number(low), 3)} to ${n.num(Number(high), 3)})`;
}

function stake({ atStake, unit }: FindingArgs, n: Numbers): string {
  return atStake === null
    ? ''
    : `: ${n.money(Number(atStake), unit === null ? null : String(unit))} are at stake`;
}

function int(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.int(Number(value));
}

function dateText(date: FindingArgs[string] | undefined, n: Numbers): string {
  return n.date(Date.parse(String(date)), 'UTC');
}
