import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a funnel says, in English. */
export const funnelFindings = sentences({
  'funnel.all-over': ({ windowMs, count }, n) =>
    `All ${MANY[String(count)]} had their ${n.duration(Number(windowMs))}`,
  'funnel.open': ({ open, of, windowMs, count }, n) =>
    `${counted(open, count, n)} of ${n.int(Number(of))} still within their ${n.duration(Number(windowMs))}: open, not dropped out`,
  'funnel.no-window': () => 'No window: those who entered last had less time',
  'funnel.removed': ({ removed, count }, n) =>
    `${counted(removed, count, n)} removed by an exclusion`,
  'funnel.split-fits': () => 'Split as planned',
  'funnel.split-off': () => 'Split does not match the plan',
  'funnel.split-unknown': () => 'Split not checked',

  'funnel.converted': (args, n) =>
    `${n.pct(Number(args.rate), 1)} of the ${counted(args.of, args.count, n)} who entered reach ${args.event}${within(args, n)}: ${n.int(Number(args.users))} (${n.pct(Number(args.low), 1)} to ${n.pct(Number(args.high), 1)}).`,
  'funnel.nothing-yet': ({ users, count, windowMs }, n) =>
    `Nothing can be said yet: ${counted(users, count, n)} entered, and none has had ${n.duration(Number(windowMs))}.`,
  'funnel.more-convert': (args, n) =>
    `More of ${args.group} reach ${args.event}: ${shares(args, n)}.`,
  'funnel.fewer-convert': (args, n) =>
    `Fewer of ${args.group} reach ${args.event}: ${shares(args, n)}.`,
  'funnel.no-difference': (args, n) =>
    `No clear difference in who reaches ${args.event}. ${args.group}: ${shares(args, n)}.`,
  'funnel.not-comparable': ({ event, groups }, n) =>
    `${n.list(texts(groups))} cannot be compared at ${event}.`,

  'funnel.largest-loss': ({ from, to, users, of, share, count }, n) =>
    `Most are lost between ${from} and ${to}: ${counted(users, count, n)} of ${n.int(Number(of))} (${n.pct(Number(share), 1)}) go no further.`,
  'funnel.time': ({ medianMs, p90Ms }, n) =>
    `From the first step to the last it takes ${n.duration(Number(medianMs))} (median); nine of ten take up to ${n.duration(Number(p90Ms))}.`,
  'funnel.driver': (args, n) =>
    `Of those with “${traitName(args, n)}” ${n.pct(Number(args.withTrait), 1)} convert, of the others ${n.pct(Number(args.withoutTrait), 1)}: odds × ${n.num(Number(args.odds), 2)} (${n.num(Number(args.low), 2)} to ${n.num(Number(args.high), 2)}).`,
  'funnel.not-a-cause': ({ more }, n) =>
    `${Number(more) > 0 ? `${n.int(Number(more))} more ${more === 1 ? 'trait is' : 'traits are'} clear. ` : ''}What goes together with converting need not be its cause.`,
  'funnel.no-drivers': ({ compared }, n) =>
    `Nothing that is known of them before clearly distinguishes those who convert (${n.int(Number(compared))} traits compared).`,

  'funnel.split-explained': ({ p, observed }, n) =>
    `The groups are not divided as planned (${texts(observed)
      .map((users) => n.int(Number(users)))
      .join(' vs ')}; ${n.pIs(Number(p))}): something removed or added users unevenly.`,
  'funnel.ties': ({ share, tied, of, order }, n) =>
    `${n.pct(Number(share), 1)} of the steps (${n.int(Number(tied))} of ${n.int(Number(of))}) have the time of the step before, so their order is not known; ${order === 'strict' ? 'they keep the order of the file' : 'they count as in order'}.`,
  'funnel.few': ({ groups, needed }, n) =>
    `Fewer than ${n.int(Number(needed))} in ${n.list(texts(groups))}: too few to compare.`,

  'funnel.rule': ({ order, entry, count, windowMs, hold }, n) =>
    `Rule: steps ${ORDERS[String(order)]}${windowMs === null ? '' : `, all within ${n.duration(Number(windowMs))} of the entry`}; ${count === 'totals' ? 'an attempt ends when it converts, runs out of time or is blocked, then the next may begin' : ENTRIES[String(entry)]}${texts(hold).length > 0 ? `; ${n.list(texts(hold))} must stay equal` : ''}.`,
  'funnel.exclusion': ({ event, from, to, rule }) =>
    rule === 'remove'
      ? `Who did ${event} between step ${from} and step ${to} is removed from the funnel.`
      : `${event} between step ${from} and step ${to} ends the way at the step reached.`,
  'funnel.conditional': () =>
    'Only shares of those who entered compare like with like; rates from one step to the next describe, because the groups decide who gets that far.',
  'funnel.corrected': ({ comparisons }, n) =>
    `${n.int(Number(comparisons))} comparisons: p-values are adjusted (Holm).`,
});

const MANY: Readonly<Record<string, string>> = {
  users: 'users',
  sessions: 'sessions',
  totals: 'attempts',
};

const ONE: Readonly<Record<string, string>> = {
  users: 'user',
  sessions: 'session',
  totals: 'attempt',
};

const ORDERS: Readonly<Record<string, string>> = {
  ordered: 'in this order, other events allowed in between',
  strict: 'in this order, nothing in between',
  unordered: 'in any order',
};

const ENTRIES: Readonly<Record<string, string>> = {
  any: 'any entry may be the one that counts',
  first: 'only the first entry counts',
};

function counted(
  value: FindingArgs[string] | undefined,
  count: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return `${n.int(Number(value))} ${(value === 1 ? ONE : MANY)[String(count)]}`;
}

function within({ windowMs }: FindingArgs, n: Numbers): string {
  return windowMs === null ? '' : ` within ${n.duration(Number(windowMs))}`;
}

/** "24.0 % against 20.0 % of control, difference +4.0 pp (1.2 to 7.0), p = 0.006" */
function shares(args: FindingArgs, n: Numbers): string {
  const range = `${n.num(100 * Number(args.low), 1)} to ${n.num(100 * Number(args.high), 1)}`;
  return `${n.pct(Number(args.rate), 1)} against ${n.pct(Number(args.controlRate), 1)} of ${args.control}, difference ${n.pp(Number(args.difference), 1)} (${range}), ${n.pIs(Number(args.p))}`;
}

function traitName({ kind, column, value }: FindingArgs, n: Numbers): string {
  if (kind === 'event') return `did ${value}`;
  return kind === 'above' ? `${column} above ${n.num(Number(value))}` : `${column} = ${value}`;
}

function texts(value: FindingArgs[string] | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
