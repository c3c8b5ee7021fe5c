import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What payback says, in English. */
export const paybackFindings = sentences({
  'payback.users': ({ users, channels }, n) =>
    `${users === 1 ? 'one user' : `${n.int(Number(users))} users`} acquired, ${channels === 1 ? 'one channel' : `${n.int(Number(channels))} channels`}`,
  'payback.without-channel': ({ users }, n) =>
    `${users === 1 ? 'one user' : `${n.int(Number(users))} users`} acquired by no named channel: left out`,
  'payback.outside': ({ cost, unit }, n) =>
    `costs of ${money(cost, unit, n)} on dates outside the data: left out`,
  'payback.nothing': () =>
    'No channel has both costs and users from a period that has ended, so nothing can have paid back.',
  'payback.states': ({ back, open, not }, n) =>
    [
      said(back, n, 'Paid back: '),
      said(open, n, 'Open as yet: '),
      said(not, n, 'Surely not paid back yet: '),
    ]
      .filter(Boolean)
      .join(' '),
  'payback.looks-good': (
    {
      channel,
      unit,
      costPerBuyer,
      costPerRepeatBuyer,
      repeatBuyers,
      buyers,
      otherRepeatBuyers,
      otherBuyers,
      p,
    },
    n,
  ) =>
    `${String(channel)} looks good and is not: with ${money(costPerBuyer, unit, n)} for a buyer it is the cheapest paid channel, ${costPerRepeatBuyer === null ? 'and none of its buyers came back' : `with ${money(costPerRepeatBuyer, unit, n)} for one who buys again the dearest`}. ${n.int(Number(repeatBuyers))} of its ${n.int(Number(buyers))} buyers came back, of the other paid channels' ${n.int(Number(otherRepeatBuyers))} of ${n.int(Number(otherBuyers))}${p === null ? '' : ` (${n.pIs(Number(p))})`}.`,
  'payback.channel': ({ channel, cac, unit, offset, ratio, low, high, period, paidBackBy }, n) =>
    `${String(channel)}: ${money(cac, unit, n)} a user; through ${String(period)} ${n.int(Number(offset))} each unit of cost has brought ${n.num(Number(ratio), 2)}${low === null ? '' : ` (${n.num(Number(low), 2)} to ${n.num(Number(high), 2)})`}${paidBackBy === null ? '' : `; paid back by ${String(period)} ${n.int(Number(paidBackBy))}`}.`,
  'payback.without-users': ({ channel, cost, unit }, n) =>
    `${String(channel)} cost ${money(cost, unit, n)} and acquired nobody; it may serve those who are users already.`,
  'payback.without-cost': ({ channels }, n) =>
    `No costs are given for ${n.list((channels as readonly string[]).map(String))}: there is nothing to pay back.`,
});

function said(names: FindingArgs[string] | undefined, n: Numbers, lead: string): string {
  const list = names as readonly string[];
  return list.length === 0 ? '' : `${lead}${n.list([...list])}.`;
}

function money(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return n.money(Number(value), typeof unit === 'string' ? unit : null);
}
