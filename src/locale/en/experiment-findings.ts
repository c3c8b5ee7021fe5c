import type { ProblemCode } from '../../base/problem';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';
import { counted } from './counted';
import { problems } from './problems';

type Say = (args: FindingArgs, n: Numbers) => string;

/** Keeps the codes and forgets what each sentence says, so that other languages may say it their way. */
function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What an experiment says, in English. */
export const experimentFindings = sentences({
  'experiment.split-fits': ({ split }) => `Split ${split}`,
  'experiment.split-assumed': ({ split }) => `Split ${split} (assumed)`,
  'experiment.split-off': () => 'Split does not match the plan',
  'experiment.split-unknown': () => 'Split not checked',
  'experiment.split-off-within': ({ of, value }) =>
    of === null ? `Split off on ${value}` : `Split off in ${of} “${value}”`,
  'experiment.nobody-in-two-arms': () => 'Nobody saw two arms',
  'experiment.in-two-arms': ({ users, share, rule }, n) =>
    `${people(users, n)} (${n.pct(Number(share))}) saw more than one arm, ${TWO_ARMS[String(rule)]}`,
  'experiment.leak': ({ users, arms }, n) =>
    `${people(users, n)} in ${n.list(texts(arms))}, which had no planned traffic`,
  'experiment.activated': ({ users, of, share }, n) =>
    `${n.int(Number(users))} of ${n.int(Number(of))} users (${n.pct(Number(share), 1)}) activated`,
  'experiment.activated-unevenly': ({ share }, n) =>
    `Arms were activated unevenly (${n.pct(Number(share), 1)} of users)`,
  'experiment.left-out': ({ users, reasons }, n) =>
    `${people(users, n)} left out by rule (${n.list(texts(reasons))}), alike in all arms`,
  'experiment.left-out-unevenly': ({ users }, n) => `${people(users, n)} left out, unevenly`,
  'experiment.enough': () => 'Enough data',
  'experiment.too-few': ({ users, needed }, n) =>
    `Not enough data: ${n.int(Number(users))} users in the smallest arm, ${n.int(Number(needed))} needed`,
  'experiment.too-rare': ({ metrics }, n) => `Not enough data for ${n.list(texts(metrics))}`,
  'experiment.matured': ({ windowMs }, n) => `All users had their ${n.duration(Number(windowMs))}`,
  'experiment.maturing': ({ waiting, of }, n) =>
    `${n.int(Number(waiting))} of ${n.int(Number(of))} users still in their window`,
  'experiment.balanced': () => 'Before the test: balanced',
  'experiment.unbalanced': () => 'Arms differed before the test',
  'experiment.looks-early': () => 'Before the planned end: one look is planned',
  'experiment.looks-once': () => 'Valid for one look',
  'experiment.looks-over': () => 'Planned end reached',
  'experiment.looks-running': () => 'Running: intervals allow for looking',
  'experiment.looks-always': () => 'Intervals allow for looking any time',
  'experiment.look-planned': ({ number, of }) => `Look ${number} of ${of}`,
  'experiment.look-last': () => 'Last planned look',
  'experiment.look-extra': () => 'Not one of the planned looks',
  'experiment.plan-kept': ({ at }, n) => `Plan frozen on ${day(at, n)}, kept`,
  'experiment.plan-changed': () => 'Plan changed since it was frozen',
  'experiment.plan-late': ({ at }, n) => `Plan frozen on ${day(at, n)}: see below`,
  'experiment.without-variant': ({ users }, n) => `${people(users, n)} without a variant, left out`,
  'experiment.duplicates': ({ rows, repeated }, n) => {
    const all = Number(rows) + Number(repeated);
    return `${counted(all, 'row', n)} ${all === 1 ? 'repeats' : 'repeat'} a user or an earlier row`;
  },

  'experiment.ship': (args, n) => `Ship ${args.arm}. ${change(args, n)}`,
  'experiment.do-not-ship': (args, n) =>
    `Do not ship${args.arm === null ? '' : ` ${args.arm}`}. ${change(args, n)}`,
  'experiment.keep-running': (args, n) => `Keep running. ${keepRunning(args, n)}`,
  'experiment.not-trusted': ({ rule }) =>
    `This comparison cannot be trusted: ${DISTRUST[String(rule)]}.`,
  'experiment.no-effect': (args, n) =>
    `No meaningful effect. ${args.name} stays within its target (${range(args, n)}).`,
  'experiment.inconclusive': (args, n) => {
    switch (args.rule) {
      case 'goals-disagree':
        return `Inconclusive: one goal is better and another is worse. ${change(args, n)}`;
      case 'goal-not-measured':
        return `Inconclusive: ${args.metric} cannot be measured.`;
      case 'guardrail-not-measured':
        return `Inconclusive: the guardrail ${args.metric} cannot be measured. ${change(args, n)}`;
      default:
        return `Inconclusive. No clear difference in ${args.name} (${range(args, n)}).`;
    }
  },

  'experiment.change': (args, n) =>
    `${args.name}, ${args.compared}: difference ${difference(args, n)}, ${n.pIs(Number(args.p))}.`,
  'experiment.rule': ({ rule }) => RULES[String(rule)] ?? '',
  'experiment.other-arm': ({ arm, decision, rule }) =>
    `${arm}: ${DECISIONS[String(decision)]}. ${RULES[String(rule)]}`,
  'experiment.split-explained': ({ expected, found, users, p, furthest, has, planned }, n) =>
    `The split does not match the plan: expected ${expected}, got ${found} (${texts(users)
      .map((count) => n.int(Number(count)))
      .join(
        ' vs ',
      )}; ${n.pIs(Number(p))}). Something removed or added users unevenly, so the comparison below may be wrong.${furthest === null ? '' : ` Furthest from its plan is ${furthest}: ${n.int(Number(has))} users, ${n.int(Number(planned))} planned.`} Look for redirects, late exposure logging, bot filters, or an arm that crashes.`,
  'experiment.split-off-within-explained': (args, n) => {
    const found = texts(args.arms).map(
      (arm, i) =>
        `${arm} ${n.int(Number(texts(args.users)[i]))} (planned ${n.int(Number(texts(args.planned)[i]))})`,
    );
    const where = args.of === null ? `On ${args.value}` : `In ${args.of} “${args.value}”`;
    return `${where} users were not divided as planned: ${n.list(found)}, ${n.pIs(Number(args.pAdjusted))} after correction for ${n.int(Number(args.tests))} days and groups. Find out what was different there; without it the comparison may be another.`;
  },
  'experiment.contamination-explained': ({ share }, n) =>
    `${n.pct(Number(share))} of users saw more than one arm; the arms are no longer separate groups.`,
  'experiment.leak-explained': ({ arm, users, inPlan }, n) =>
    `${people(users, n)} ${users === 1 ? 'was' : 'were'} recorded in arm ${arm}, which ${inPlan === true ? 'has no planned traffic' : 'the planned split does not name'}. ${users === 1 ? 'This user is' : 'They are'} not compared.`,
  'experiment.activation-explained': ({ arms, users, p }, n) =>
    `Users were activated unevenly: ${n.list(texts(arms).map((arm, i) => `${arm} ${n.int(Number(texts(users)[i]))}`))} (${n.pIs(Number(p))} for the planned split). Who is counted depends on the arm, so those who remain are not alike. Choose an activation that comes before the arms differ.`,
  'experiment.left-out-explained': ({ reason, most, mostShare, least, leastShare, p }, n) =>
    `Users of arm ${most} were left out more often (${REASONS[String(reason)] ?? `“${reason}”`}: ${n.pct(Number(mostShare), 1)} against ${n.pct(Number(leastShare), 1)} in ${least}, ${n.pIs(Number(p))}): leaving them out may itself bias the result.`,
  'experiment.unbalanced-explained': ({ metric, p }, n) =>
    `The arms already differed before the test in ${metric} (${n.pIs(Number(p))}): the groups are not alike.`,
  'experiment.maturing-explained': ({ waiting, of, windowMs }, n) =>
    `${n.int(Number(waiting))} of ${n.int(Number(of))} users have not yet had the ${n.duration(Number(windowMs))} this takes; they are left out.`,
  'experiment.duplicates-explained': ({ rows }, n) =>
    `${rows === 1 ? 'One row of the events is an exact copy of an earlier one' : `${n.int(Number(rows))} rows of the events are exact copies of earlier ones`} (same user, time and all else), and each counts as an event of its own: shares of users stay as they are, amounts, counts and ratios may be too high. If they were sent twice, remove them from the file.`,
  'experiment.not-measured': (args, n) => {
    const { message, hint } = problems[String(args.code) as ProblemCode](args, n);
    return `${args.name}, ${args.arm}: cannot be measured. ${message}${hint === null ? '' : ` ${hint}`}`;
  },
  'experiment.missing-values': ({ name, arms, missing, isOfUsers, isLeftOut, p }, n) => {
    const found = texts(arms).map((arm, i) => {
      const much = Number(texts(missing)[i]);
      return `${isOfUsers === true ? n.pct(much, 1) : n.int(much)} in ${arm}`;
    });
    const what = isOfUsers === true ? 'values are missing' : 'rows have no value';
    const uneven =
      p === null
        ? ''
        : ` The arms differ in this (${n.pIs(Number(p))}): it may make the difference.`;
    return `${name}: ${what} (${n.list(found)}) and ${isLeftOut === true ? 'are left out' : 'count as 0'}.${uneven}`;
  },
  'experiment.no-conversions': ({ name, arm, users, others }, n) =>
    `${name}: arm ${arm} has no conversions among ${n.int(Number(users))} users (another arm: ${n.int(Number(others))}). This is a real difference, or ${arm} does not record it. Check tracking first.`,
  'experiment.heavy-tail': ({ name, arm, share, lift }, n) =>
    `${name}: one user makes ${n.pct(Number(share), 0)} of all in arm ${arm}.${lift === null ? '' : ` Without the largest user the lift is ${n.lift(Number(lift))}.`}`,
  'experiment.few-active': ({ name, arm, users }, n) =>
    `${name}: ${users === 0 ? 'nobody' : `only ${people(users, n)}`} in arm ${arm} ${Number(users) <= 1 ? 'has' : 'have'} any; the interval may be too narrow.`,
  'experiment.uneven-arms': ({ name, arm, users, times }, n) =>
    `${name}: ${people(users, n)} in arm ${arm} have any, and the largest arm is ${n.num(Number(times), 1)} times its size. Of amounts that few people carry, tests between such arms find differences that are not there more often than alpha says (8 to 13 % instead of 5 in simulations). Cap the values, or wait for 300.`,
  'experiment.cap-refused': ({ name }) =>
    `${name}: the cap would make all users the same, so it is refused. Choose a higher one.`,
  'experiment.capped': ({ name, users, removed, high, low, unit }, n) =>
    `${name}: ${people(users, n)} capped${high === null ? '' : ` at ${amount(high, unit, n)}`}${low === null ? '' : ` and from ${amount(low, unit, n)}`}, which takes ${n.pct(Number(removed))} from the total.`,
  'experiment.adjusted-before': ({ name, arm, varianceRemoved, lift, raw }, n) =>
    `${name}, ${arm}: adjusted for behaviour before the test (${noiseRemoved(Number(varianceRemoved), n)}).${lift === null || raw === null ? '' : ` Raw lift ${n.lift(Number(raw))}, adjusted ${n.lift(Number(lift))}.`}`,
  'experiment.adjusted-turned': ({ name, arm }) =>
    `${name}, ${arm}: the raw and the adjusted difference point in different directions.`,
  'experiment.mixed-otherwise': ({ name, arm, rule, lift, instead }, n) =>
    `${name}, ${arm}: with users of several arms ${rule === 'first-exposure' ? 'counted by their first exposure' : 'left out'} the lift is ${n.lift(Number(lift))}${instead === null ? '' : ` instead of ${n.lift(Number(instead))}`}.`,
  'experiment.no-lift': ({ name, arm }) =>
    `${name}: the control value is too uncertain to express the change in ${arm} as a percentage; the absolute difference stands.`,
  'experiment.can-see': ({ name, mde, users, target }, n) =>
    `${name}: with ${n.int(Number(users))} users per arm this test can only see changes of ±${n.pct(Number(mde), 1)} or more${target === null ? '' : `; your target is ±${n.pct(Number(target), 1)}`}.`,
  'experiment.overstated': ({ name, lift }, n) =>
    `Winners are usually overstated; with the stated prior the lift of ${name} is ${n.lift(Number(lift))}.`,
  'experiment.look-explained': ({ number, of, passed, plan, single, isLast }, n) =>
    isLast
      ? `Last look of the plan (${SPENDING[String(plan)]}): what earlier looks left of alpha is spent now, so a single look’s p has to be below ${n.p(Number(single))}. Looking again would not count.`
      : `Look ${number} of ${of} at ${n.pct(Number(passed), 0)} of the plan (${SPENDING[String(plan)]}): a single look’s p has to be below ${n.p(Number(single))}. p and intervals shown here count all looks.`,
  'experiment.look-extra-explained': ({ passed }, n) =>
    `This look, at ${n.pct(Number(passed), 0)} of the plan, was not planned. It spends what the plan has for it. If you decide by it, add it to the planned looks, so that later ones know of it.`,
  'experiment.alpha-halved': ({ alpha, half, isOver }, n) =>
    `Looking while the test runs and once more at its planned end shares alpha (${n.p(Number(alpha))}): half for each. ${isOver === true ? 'The one test of the planned end decides now' : 'Until the planned end the test that allows for looking decides'}; a difference is clear when its p is below ${n.p(Number(half))}, and intervals have ${n.pct(1 - Number(half), 1)} where p is not adjusted.`,
  'experiment.delta-decides': ({ torn }, n) =>
    `The lift decides by the delta method, as in other tools: the interval of the difference can say otherwise by its nature${texts(torn).length === 0 ? '' : `, here of ${n.list(texts(torn))}`}, and with few buyers more than 5 % of tests find a difference that is not there.`,
  'experiment.hypothesis': ({ hypothesis }) => `Hypothesis: ${hypothesis}`,
  'experiment.owned': ({ owner, ticket }) =>
    [owner === null ? [] : `Owner: ${owner}`, ticket === null ? [] : `Ticket: ${ticket}`]
      .flat()
      .join(' · '),
  'experiment.plan-deviation': ({ at, path, was, is }, n) =>
    was === null
      ? `Not as planned on ${day(at, n)}: ${path} was not set and is ${is}.`
      : `Not as planned on ${day(at, n)}: ${path} was ${was} and is ${is === null ? 'no longer set' : is}.`,
  'experiment.plan-unlike': ({ at }, n) =>
    `The settings are not those that were frozen on ${day(at, n)}; the stamp keeps only their hash, so it cannot say which.`,
  'experiment.plan-forged': ({ at }, n) =>
    `The stamp of ${day(at, n)} was edited: the plan in it does not have its hash, so it proves nothing.`,
  'experiment.plan-seen': ({ at }, n) =>
    `The plan was frozen on ${day(at, n)}, when results were there already: it is no plan made beforehand.`,
  'experiment.plan-after-exposure': ({ at }, n) =>
    `The plan was frozen on ${day(at, n)}, after the first users had been exposed.`,
  'experiment.late': ({ users }, n) =>
    `${people(users, n)} came after the planned end and ${users === 1 ? 'is' : 'are'} left out.`,
  'experiment.end-without-times': ({ plannedEnd }) =>
    `The planned end (${plannedEnd}) changes nothing here: the table has no times, so it cannot tell who came by then, and everybody in it counts.`,
  'experiment.corrected': ({ comparisons, method }, n) =>
    `${n.int(Number(comparisons))} comparisons: p-values are adjusted (${METHODS[String(method)]}). Each interval has the level that goes with its p; together they cover less.`,
  'experiment.split-not-given': () =>
    'No planned split was given; equal shares were assumed. Set it if the test used another split.',
  'experiment.segments': ({ name, column, p, groups }, n) =>
    `${name} by ${column}: differences between ${n.int(Number(groups))} groups have ${n.pIs(Number(p))}${Number(p) < 0.05 ? '.' : ', consistent with chance.'}`,
});

const SPENDING: Readonly<Record<string, string>> = {
  'obrien-fleming': 'O’Brien–Fleming',
  pocock: 'Pocock',
  power: 'power family',
};

/** What an adjustment does to the noise; where that says nothing of a user it takes none away, or adds. */
function noiseRemoved(share: number, n: Numbers): string {
  if (share < 0.005) return 'removes none of the noise: what was before says nothing of it';
  return `removes ${n.pct(share, 0)} of the noise, like ${n.pct(1 / (1 - share) - 1, 0)} more users`;
}

/** The day of an instant, in UTC. */
function day(at: FindingArgs[string] | undefined, n: Numbers): string {
  return n.date(Date.parse(String(at)), 'UTC');
}

const DECISIONS: Readonly<Record<string, string>> = {
  ship: 'ship',
  'keep-running': 'keep running',
  'do-not-ship': 'do not ship',
  'no-effect': 'no meaningful effect',
  inconclusive: 'inconclusive',
};

const DISTRUST: Readonly<Record<string, string>> = {
  'split-does-not-match': 'users were not divided as planned',
  'too-many-in-two-arms': 'too many users saw more than one arm',
  'activated-unevenly': 'users of the arms were not activated alike',
  'unequal-before': 'the arms already differed before the test',
};

const REASONS: Readonly<Record<string, string>> = {
  'several-arms': 'for having seen several arms',
};

const TWO_ARMS: Readonly<Record<string, string>> = {
  exclude: 'left out',
  first: 'counted in the first',
  last: 'counted in the last',
};

const METHODS: Readonly<Record<string, string>> = {
  holm: 'Holm',
  bh: 'Benjamini–Hochberg',
  bonferroni: 'Bonferroni',
  preferred: 'Bonferroni, half of alpha for the preferred metric',
};

const RULES: Readonly<Record<string, string>> = {
  'split-does-not-match': 'Rule: users are not divided as planned, so nothing else counts.',
  'too-many-in-two-arms':
    'Rule: 10 % or more of the users saw several arms, so nothing else counts.',
  'activated-unevenly':
    'Rule: among activated users the arms are not divided as planned, so nothing else counts.',
  'unequal-before': 'Rule: the arms differed before the test, so nothing else counts.',
  'planned-end-not-reached': 'Rule: the planned end is not reached.',
  'guardrail-worse': 'Rule: a guardrail is worse.',
  'goal-worse': 'Rule: a goal is worse and none is better.',
  'goals-disagree': 'Rule: goals point in different directions; the owner decides.',
  'goal-better-guardrails-safe': 'Rule: a goal is better, no goal is worse, no guardrail is worse.',
  'guardrail-not-shown-safe':
    'Rule: a goal is better, but a guardrail is not yet shown to be safe.',
  'guardrail-not-measured':
    'Rule: a goal is better, but a guardrail cannot be measured; the owner decides.',
  'goal-not-measured': 'Rule: a goal cannot be measured, and no other goal is better or worse.',
  'too-few-users': 'Rule: too few users for a verdict.',
  'too-few-days': 'Rule: a goal is better, but the test has not run its minimum number of days.',
  'target-not-reached': 'Rule: the test cannot yet see a change as small as its target.',
  'within-target': 'Rule: every goal stays within its target.',
  'no-clear-difference': 'Rule: no goal is better or worse; the owner decides.',
};

function keepRunning(args: FindingArgs, n: Numbers): string {
  switch (args.rule) {
    case 'too-few-days':
      return `${change(args, n)} The test has not run its minimum number of days yet.`;
    case 'planned-end-not-reached':
      return args.difference === null
        ? 'The planned end is not reached.'
        : `The planned end is not reached; so far ${args.name} shows ${range(args, n)}.`;
    case 'too-few-users':
      return `There are too few users for a verdict on ${args.name}.`;
    case 'guardrail-not-shown-safe':
      return `${args.metric} is not yet shown to be safe.`;
    default:
      return args.mde === null
        ? `No clear difference in ${args.name} yet.`
        : `No clear difference in ${args.name} yet: with this many users the test can only see changes of ±${n.pct(Number(args.mde), 1)} or more.`;
  }
}

/** "Purchase is up 10.7 % (2.6 % to 19.4 %)." */
function change(args: FindingArgs, n: Numbers): string {
  const direction = Number(args.difference) < 0 ? 'down' : 'up';
  const size =
    args.lift === null
      ? difference(args, n)
      : `${n.pct(Math.abs(Number(args.lift)), 1)} (${range(args, n)})`;
  return `${args.name} is ${direction} ${size}.`;
}

function range(args: FindingArgs, n: Numbers): string {
  if (typeof args.lift !== 'number') return difference(args, n);
  return `${n.pct(Number(args.liftLow), 1)} to ${n.pct(Number(args.liftHigh), 1)}`;
}

/** "−0.820 pp (−1.328 to −0.312)" */
function difference({ difference, low, high, kind, unit }: FindingArgs, n: Numbers): string {
  const [d, l, h] = [Number(difference), Number(low), Number(high)];
  if (typeof unit === 'string') {
    return `${n.moneyChange(d, unit)} (${n.money(l, unit)} to ${n.money(h, unit)})`;
  }
  return kind === 'rate'
    ? `${n.pp(d, 3)} (${n.num(100 * l, 3)} to ${n.num(100 * h, 3)})`
    : `${n.signed(d)} (${n.num(l)} to ${n.num(h)})`;
}

function people(users: FindingArgs[string] | undefined, n: Numbers): string {
  return users === 1 ? '1 user' : `${n.int(Number(users))} users`;
}

function amount(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return typeof unit === 'string' ? n.money(Number(value), unit) : n.num(Number(value));
}

function texts(value: FindingArgs[string] | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
