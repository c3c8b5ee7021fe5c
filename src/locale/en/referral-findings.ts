import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { counted } from './counted';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a referral programme says, in English. */
export const referralFindings = sentences({
  'referral.users': ({ users }, n) => counted(users, 'active user', n),
  'referral.unlinked': ({ users, of }, n) =>
    `Of ${n.int(Number(of))} invited users ${n.int(Number(users))} have an inviter who is in the data`,
  'referral.open': ({ users }, n) =>
    users === 1
      ? 'One who signed up is left out of the comparison: the time has not passed'
      : `${n.int(Number(users))} who signed up are left out of the comparison: their time has not passed`,
  'referral.none': (args, n) => `${invited(args, n)}: nobody came through one.`,
  'referral.k': (args, n) =>
    `K = ${n.num(Number(args.k))} (${n.num(Number(args.low))} to ${n.num(Number(args.high))}): a hundred active users bring ${n.num(100 * Number(args.k), 1)} new ones. ${invited(args, n)}; ${n.int(Number(args.accepted))} signed up through one${args.rate === null ? '' : ` (${n.pct(Number(args.rate), 1)})`}.`,
  'referral.cycle': ({ count, median }, n) =>
    `From the inviter's signup to the friend's it took ${n.duration(Number(median))} at the median (${n.int(Number(count))} pairs).`,
  'referral.compared': (args, n) => {
    const { isShare, referred, others, users, otherUsers, p, from, to, isClear } = args;
    const value = (each: FindingArgs[string] | undefined) =>
      isShare ? n.pct(Number(each), 1) : n.num(Number(each));
    const what = isShare ? 'came back' : 'events of activity per user';
    return `From ${n.duration(Number(from))} to ${n.duration(Number(to))} after the signup: invited users ${value(referred)} ${what}, others ${value(others)} (${n.int(Number(users))} and ${n.int(Number(otherUsers))} users, ${n.pIs(Number(p))})${isClear ? '' : ', no clear difference'}.`;
  },
});

function invited({ sent, inviters }: FindingArgs, n: Numbers): string {
  return `${counted(inviters, 'user', n)} sent ${counted(sent, 'invitation', n)}`;
}
