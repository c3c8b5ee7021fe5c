import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

type Say = (args: FindingArgs, n: Numbers) => string;

/** What the plan of a test says, in English. */
export const powerFindings = {
  'power.baseline': (args, n) => `Today ${level(args, n)}, from ${n.int(Number(args.users))} users`,
  'power.baseline-typed': (args, n) => `Today ${level(args, n)}, as typed`,
  'power.arrivals': ({ perDay, days }, n) =>
    `${n.num(Number(perDay))} new users a day over ${n.int(Number(days))} days`,
  'power.arrivals-typed': ({ perDay }, n) => `${n.num(Number(perDay))} new users a day, as typed`,
  'power.arrivals-unknown': () => 'Not known how many users come',
  'power.looks': ({ looks }) => LOOKS[String(looks)] ?? '',

  'power.days': (args, n) =>
    `Let it run for ${n.int(Number(args.days))} days${args.low === args.high ? '' : ` (${n.int(Number(args.low))} to ${n.int(Number(args.high))})`}: ${users(args, n)} find ${change(args, n)} with a chance of ${n.pct(Number(args.power), 0)}.`,
  'power.users': (args, n) =>
    `It takes ${users(args, n)} to find ${change(args, n)} with a chance of ${n.pct(Number(args.power), 0)}.`,
  'power.impossible': (args, n) =>
    `No number of users finds ${change(args, n)}: a share lies between 0 and 1. Plan for a smaller change.`,

  'power.window-after': ({ windowMs }, n) =>
    `After the last user has come, wait another ${n.duration(Number(windowMs))}: the metric counts that long.`,
  'power.too-long': ({ days, shorter, mde }, n) =>
    `${n.int(Number(days))} days is long: people lose cookies and the product changes meanwhile.${mde === null ? '' : ` In ${n.int(Number(shorter))} days the test would see changes of ${n.pct(Number(mde), 1)} or more; a bolder change or a metric with less noise is found sooner.`}`,
  'power.beyond-history': ({ days, history }, n) =>
    `The data know ${n.int(Number(history))} days; ${n.int(Number(days))} go beyond that, as if users came on as they did.`,
  'power.at-hand': (args, n) =>
    `With ${n.int(Number(args.users))} users in all${args.chance === null ? '' : ` the chance to find it is ${n.pct(Number(args.chance), 0)}`}${args.mde === null ? '; not even the largest change would be found.' : `${args.chance === null ? '' : ','} changes of ${n.pct(Number(args.mde), 1)} or more are found with a chance of ${n.pct(Number(args.power), 0)}.`}`,
  'power.maturing': ({ waiting, of, windowMs }, n) =>
    `${n.int(Number(waiting))} of ${n.int(Number(of))} users have not yet had the ${n.duration(Number(windowMs))} of the metric; the value of today is that of the others.`,
  'power.no-window': ({ metric }) =>
    `${metric} has no window, so its value of today depends on how long the data are. Give it the window that the test will use, such as "7d".`,
  'power.adjusted': ({ varianceRemoved }, n) =>
    `Adjusting for behaviour before the test takes ${n.pct(Number(varianceRemoved), 0)} of the noise, and as many of the users, away.`,
  'power.several-arms': ({ comparisons, alpha, whole }, n) =>
    `${n.int(Number(comparisons))} comparisons with the control share an alpha of ${n.num(Number(whole))}: ${n.num(Number(alpha))} each.`,
  'power.price-of-looks': ({ looks, multiplier }, n) =>
    looks === 'hybrid'
      ? `Half of alpha is kept for looking while the test runs; at its end the interval reaches ${n.num(Number(multiplier))} standard errors.`
      : `Looking whenever one likes has its price: the interval reaches ${n.num(Number(multiplier))} standard errors to each side.`,
  'power.planned-looks': ({ looks, plan, inflation, none, change }, n) =>
    `${n.int(Number(looks))} looks (${SPENDING[String(plan)]}) take ${n.pct(Number(inflation) - 1, 1)} more users at most than one look. Stopping at the first bound that is passed, the test has ${n.int(Number(none))} users on average when nothing changes and ${n.int(Number(change))} when the change is there.`,
} satisfies Record<string, Say>;

const SPENDING: Readonly<Record<string, string>> = {
  'obrien-fleming': 'O’Brien–Fleming',
  pocock: 'Pocock',
  power: 'power family',
};

const LOOKS: Readonly<Record<string, string>> = {
  fixed: 'One look, at the end',
  hybrid: 'Looks while it runs, and one at the end',
  'always-valid': 'Looks at any time',
  planned: 'Looks by a plan',
};

/** "5.02 %", "€23.40 (sd €51.20)" */
function level({ baseline, sd, kind, unit }: FindingArgs, n: Numbers): string {
  const value = amount(Number(baseline), { kind: kind!, unit: unit! }, n);
  return kind === 'rate' ? value : `${value} (sd ${amount(Number(sd), { unit: unit! }, n)})`;
}

function users({ total, perArm, arms, isEven }: FindingArgs, n: Numbers): string {
  const smallest = isEven === true ? 'in each' : 'in the smallest';
  return `${n.int(Number(total))} users in ${n.int(Number(arms))} arms (${n.int(Number(perArm))} ${smallest})`;
}

/** "a rise of Purchase from 5.02 % to 5.27 % (5.0 %)" */
function change(args: FindingArgs, n: Numbers): string {
  const { metric, relative, absolute, direction, baseline } = args;
  const sign = direction === 'up' ? 1 : -1;
  const of = metric === null ? '' : ` of ${metric}`;
  const from = amount(Number(baseline), args, n);
  const to = amount(Number(baseline) + sign * Number(absolute), args, n);
  const by = relative === null ? '' : ` (${n.pct(Number(relative), 1)})`;
  return `a ${sign > 0 ? 'rise' : 'fall'}${of} from ${from} to ${to}${by}`;
}

function amount(value: number, { kind, unit }: FindingArgs, n: Numbers): string {
  if (typeof unit === 'string') return n.money(value, unit);
  return kind === 'rate' ? n.pct(value, value < 0.01 ? 3 : 2) : n.num(value);
}
