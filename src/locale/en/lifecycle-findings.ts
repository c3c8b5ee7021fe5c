import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';
import { someOf } from '../some-of';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a lifecycle says, in English. */
export const lifecycleFindings = sentences({
  'lifecycle.complete': ({ periods, period }, n) =>
    `${n.int(Number(periods))} complete ${periods === 1 ? period : `${period}s`}`,
  'lifecycle.unfinished': ({ period, start, active }, n) =>
    `${sentenceCase(periodOf(period, start, n))} has not ended: ${n.int(Number(active))} active so far`,
  'lifecycle.first-unknown': ({ period, start }, n) =>
    `The data begin in ${periodOf(period, start, n)}: who was there before is not known`,
  'lifecycle.gaps': ({ days }, n) =>
    `${days === 1 ? 'One day' : `${n.int(Number(days))} days`} without any activity`,
  'lifecycle.grows': (args, n) => `More users are gained than lost. ${accounts(args, n)}`,
  'lifecycle.shrinks': (args, n) => `More users are lost than gained. ${accounts(args, n)}`,
  'lifecycle.level': (args, n) => `About as many users are gained as lost. ${accounts(args, n)}`,
  'lifecycle.nobody-lost': (args, n) => `Nobody was lost. ${accounts(args, n)}`,
  'lifecycle.too-short': ({ period, start, active }, n) =>
    `${n.int(Number(active))} users were active in ${periodOf(period, start, n)}; growth needs a second complete ${period}.`,
  'lifecycle.parts': (args, n) =>
    `Of them ${count(args.new, n)} are new, ${count(args.resurrected, n)} came back after a pause and ${count(args.returning, n)} were there the time before; ${count(args.dormant, n)} who were there then did not come.`,
  'lifecycle.shrank': ({ period, starts }, n) => {
    const { shown, more } = someOf(starts as readonly string[]);
    const names = n.list(shown.map((start) => dateText(start, period, n)));
    return `Clearly more users fell silent than came in ${shown.length + more === 1 ? `the ${period}` : `the ${period}s`} of ${names}${more > 0 ? ` and ${n.int(more)} more` : ''}.`;
  },
  'lifecycle.stickiness': ({ ratio, mau, days }, n) =>
    `Stickiness (DAU / MAU, ${n.int(Number(days))} days, rolling): ${n.pct(Number(ratio), 1)} of ${count(mau, n)} users on an average day.`,
  'lifecycle.power': ({ users, of, share, days }, n) =>
    `${n.pct(Number(share))} (${count(users, n)} of ${count(of, n)}) were active on ${count(days, n)} of the last 28 days or more.`,
});

/** Active, gained, lost and their ratio, in one sentence. */
function accounts(
  { period, start, active, gained, lost, ratio, low, high }: FindingArgs,
  n: Numbers,
) {
  const name = sentenceCase(periodOf(period, start, n));
  const quick =
    ratio === null
      ? ''
      : `: quick ratio ${n.num(Number(ratio))} (${n.num(Number(low))} to ${n.num(Number(high))})`;
  return `${name}: ${count(active, n)} active, ${count(gained, n)} gained, ${count(lost, n)} lost${quick}.`;
}

/** the week of 23 Feb 2026 */
function periodOf(
  period: FindingArgs[string] | undefined,
  start: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  const date = dateText(String(start), period, n);
  return period === 'day' ? date : `the ${period} of ${date}`;
}

function dateText(start: string, period: FindingArgs[string] | undefined, n: Numbers): string {
  return period === 'hour' ? start.replace('T', ' ') : n.date(Date.parse(start), 'UTC');
}

function count(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.int(Number(value));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
