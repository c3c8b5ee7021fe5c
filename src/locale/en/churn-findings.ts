import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a churn analysis says, in English. */
export const churnFindings = sentences({
  'churn.suggested': ({ days, below, horizonDays }, n) =>
    `Gone after ${daysText(days, n)} of silence: from then on fewer than ${n.pct(Number(below), 0)} come back${horizonDays === null ? '' : ` within ${daysText(horizonDays, n)}`}`,
  'churn.given': ({ days }, n) => `Gone after ${daysText(days, n)} of silence, as you said`,
  'churn.would-suggest': ({ suggestedDays, below }, n) =>
    `The data suggest ${daysText(suggestedDays, n)}, where fewer than ${n.pct(Number(below), 0)} come back`,
  'churn.few': ({ users }, n) =>
    `Only ${Number(users) === 1 ? 'one user was' : `${int(users, n)} users were`} ever active: the shares say little`,
  'churn.empty-days': ({ days, through }, n) =>
    `Nobody at all was active in the last ${daysText(days, n)} up to ${dateText(through, n)}: is the end of the data right, or is a date wrong?`,
  'churn.standing': ({ users, churned, atRisk, through }, n) =>
    `Of ${int(users, n)} users ${int(churned, n)} (${share(churned, users, n)}) are gone on ${dateText(through, n)}, and ${int(atRisk, n)} more are silent for longer than is usual for them.`,
  'churn.left': ({ users, churned, through }, n) =>
    `Of ${int(users, n)} users ${int(churned, n)} (${share(churned, users, n)}) are gone on ${dateText(through, n)}.`,
  'churn.back': ({ days, of, returned, rate, low, high, horizonDays }, n) =>
    `Of ${int(of, n)} silences of ${daysText(days, n)} or more ${int(returned, n)} have ended with a return so far; ${horizonDays === null ? 'in the long run' : `within ${daysText(horizonDays, n)}`} ${n.pct(Number(rate), 1)} do (${n.pct(Number(low), 1)} to ${n.pct(Number(high), 1)}).`,
  'churn.gaps': ({ medianDays, p90Days }, n) =>
    `Half of those who come back do so within ${daysOf(medianDays, n)}, nine in ten within ${daysOf(p90Days, n)}.`,
  'churn.rhythm': ({ users, gaps }, n) =>
    `A rhythm of their own is known of ${int(users, n)} users (${int(gaps, n)} gaps or more); the others count as active until they are gone.`,
  'churn.more': (args, n) =>
    `More users left in the period of ${dateText(args.start, n)} than in the one before: ${rates(args, n)}.`,
  'churn.less': (args, n) =>
    `Fewer users left in the period of ${dateText(args.start, n)} than in the one before: ${rates(args, n)}.`,
  'churn.last': (args, n) =>
    `In the period from ${dateText(args.start, n)}, about as many left as in the one before: ${rates(args, n)}.`,
});

function rates({ churned, of, rate, before }: FindingArgs, n: Numbers): string {
  return `${int(churned, n)} of ${int(of, n)} (${n.pct(Number(rate), 1)}) after ${n.pct(Number(before), 1)}`;
}

function share(
  part: FindingArgs[string] | undefined,
  of: FindingArgs[string] | undefined,
  n: Numbers,
) {
  return n.pct(Number(part) / Number(of), 0);
}

function daysText(days: FindingArgs[string] | undefined, n: Numbers): string {
  return Number(days) === 1 ? 'one day' : `${n.int(Number(days))} days`;
}

/** Days that may be between two whole ones. */
function daysOf(days: FindingArgs[string] | undefined, n: Numbers): string {
  const digits = Number.isInteger(Number(days)) ? 0 : 1;
  return Number(days) === 1 ? 'one day' : `${n.num(Number(days), digits)} days`;
}

function int(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.int(Number(value));
}

function dateText(date: FindingArgs[string] | undefined, n: Numbers): string {
  return n.date(Date.parse(String(date)), 'UTC');
}
