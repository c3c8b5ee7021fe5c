import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { counted } from './counted';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a campaign says, in English. */
export const campaignFindings = sentences({
  'campaign.reach': ({ contacts, users }, n) =>
    `${counted(contacts, 'contact', n)} with ${counted(users, 'user', n)}`,
  'campaign.open': ({ open }, n) =>
    `${counted(open, 'contact', n)} still within the window, left out`,
  'campaign.mixed': ({ users }, n) =>
    `${counted(users, 'user', n)} assigned to several arms, left out`,
  'campaign.not-parallel': ({ p }, n) =>
    `The contacted and the others had already moved apart before (${n.pIs(Number(p))}): the comparison is not to be trusted`,
  'campaign.uplift': (args, n) => {
    const { arm, control, users, controlUsers, rate, controlRate, estimate, low, high, p } = args;
    const clear = Number(low) > 0 || Number(high) < 0;
    return `${clear ? 'The campaign changed what people do' : 'No clear effect'} (randomised): ${n.pct(Number(rate), 1)} of ${n.int(Number(users))} users in “${String(arm)}” acted against ${n.pct(Number(controlRate), 1)} of ${n.int(Number(controlUsers))} in “${String(control)}”, ${n.pp(Number(estimate))} (${n.pp(Number(low))} to ${n.pp(Number(high))}), ${n.pIs(Number(p))}.`;
  },
  'campaign.cannot-tell': ({ arm, control, users, controlUsers }, n) =>
    `Too little happened in “${String(arm)}” (${n.int(Number(users))} users) and “${String(control)}” (${n.int(Number(controlUsers))}) to compare them.`,
  'campaign.changed': (args, n) => {
    const { before, after, otherBefore, otherAfter, users, otherUsers, p } = args;
    const value = (each: FindingArgs[string] | undefined) => amount(each, args, n);
    const clear = Number(args.low) > 0 || Number(args.high) < 0;
    return `${clear ? 'The contacted changed otherwise than the others' : 'No clear effect'} (difference in differences, no experiment): from ${value(before)} to ${value(after)} per user and week, the others from ${value(otherBefore)} to ${value(otherAfter)} (${n.int(Number(users))} and ${n.int(Number(otherUsers))} users): ${signed(args.estimate, args, n)} (${signed(args.low, args, n)} to ${signed(args.high, args, n)}), ${n.pIs(Number(p))}.`;
  },
  'campaign.cannot-compare': ({ users, otherUsers }, n) =>
    `There are too few users to compare: ${n.int(Number(users))} contacted, ${n.int(Number(otherUsers))} others.`,
  'campaign.acted': (args, n) => {
    const { contacts, acted, rate, low, high, knowsOpens, openRate } = args;
    const opened =
      knowsOpens && openRate !== null ? `${n.pct(Number(openRate), 1)} were opened and ` : '';
    return `Of ${counted(contacts, 'contact', n)} ${opened}${n.pct(Number(rate), 1)} (${n.pct(Number(low), 1)} to ${n.pct(Number(high), 1)}) were followed by the act (${n.int(Number(acted))}). Without a hold-out nobody knows how many would have acted anyway.`;
  },
  'campaign.frequency': ({ few, many, knowsOpens, isClear, fewRate, manyRate, fewOf, manyOf }, n) =>
    `${knowsOpens ? 'Opened' : 'Acted on'}: ${n.pct(Number(fewRate), 1)} of ${n.int(Number(fewOf))} contacts with users who had ${String(few)}, ${n.pct(Number(manyRate), 1)} of ${n.int(Number(manyOf))} with users who had ${String(many)}${isClear ? '' : '; no clear difference'}.`,
});

function amount(value: FindingArgs[string] | undefined, { unit }: FindingArgs, n: Numbers): string {
  return unit === null ? n.num(Number(value)) : n.money(Number(value), String(unit));
}

function signed(value: FindingArgs[string] | undefined, { unit }: FindingArgs, n: Numbers): string {
  return unit === null ? n.signed(Number(value)) : n.moneyChange(Number(value), String(unit));
}
