import type { ProblemCode } from '../../base/problem';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';
import { problems } from './problems';

type Say = (args: FindingArgs, n: Numbers) => string;

/** What the panels of an experiment say, in English. */
export const readoutFindings = {
  'experiment.mark-not-measured': ({ names }, n) => `Not measured: ${n.list(texts(names))}`,
  'experiment.mark-missing': ({ names }, n) => `Values are missing: ${n.list(texts(names))}`,
  'experiment.mark-silent': ({ names }, n) => `An arm without any: ${n.list(texts(names))}`,
  'experiment.mark-heavy': ({ names }, n) => `One user weighs much: ${n.list(texts(names))}`,
  'experiment.mark-few': ({ names }, n) => `Few users with any: ${n.list(texts(names))}`,
  'experiment.mark-uncapped': ({ names }, n) => `Not capped: ${n.list(texts(names))}`,
  'experiment.mark-turned': ({ names }, n) =>
    `Adjustment turns the direction: ${n.list(texts(names))}`,
  'experiment.mark-changing': ({ names }, n) => `Effect changes with time: ${n.list(texts(names))}`,
  'experiment.novelty-fades': ({ name, arm, split, early, late, days, p }, n) =>
    `${name}: the effect of ${arm} fades with the days since the exposure: ${n.lift(Number(early))} from day 2 to day ${n.int(Number(split))}, ${n.lift(Number(late))} from then to day ${n.int(Number(days))} (${n.pIs(Number(p))}). It may be novelty: go by the later days.`,
  'experiment.novelty-grows': ({ name, arm, split, early, late, days, p }, n) =>
    `${name}: the effect of ${arm} changes with the days since the exposure: ${n.lift(Number(early))} from day 2 to day ${n.int(Number(split))}, ${n.lift(Number(late))} from then to day ${n.int(Number(days))} (${n.pIs(Number(p))}). A longer test may show another effect.`,
  'experiment.few-days': ({ names, days }, n) =>
    `${n.list(texts(names))} ${texts(names).length === 1 ? 'stands' : 'stand'} on ${n.int(Number(days))} days over time at most, evenly back from the last: ratios, quantiles, capped and adjusted values are counted anew from all users for each day.`,
  'experiment.worth': (args, n) =>
    `${args.name}: with ${n.int(Number(args.users))} ${args.isGiven === true ? '' : 'new '}users in ${n.int(Number(args.days))} days, ${args.arm} for everybody is worth ${total(args.estimate, args, n)} (${total(args.low, args, n)} to ${total(args.high, args, n)})${args.isGiven === true ? '' : ', if as many come as in the test'}.`,
  'experiment.target-days': (args, n) =>
    `${args.name}: a change of ±${n.pct(Number(args.target), 1)} is visible with about ${n.int(Number(args.users))} users${args.left === null ? '' : `, in about ${n.int(Number(args.left))} more days at this pace (${n.int(Number(args.low))} to ${n.int(Number(args.high))})`}.${args.why === null ? '' : ` ${problems[String(args.why) as ProblemCode](args, n).message}`}`,
  'experiment.segment-comparisons': ({ comparisons }, n) =>
    `You are looking at ${n.int(Number(comparisons))} comparisons of segments; about 1 in 20 looks significant by chance. Their p-values are adjusted together (Benjamini–Hochberg).`,
  'experiment.few-expected': ({ name, arm, p, method }, n) =>
    `${name}, ${arm}: too few for the score test; ${method === 'barnard' ? 'Barnard' : 'Fisher'}’s exact test gives ${n.pIs(Number(p))}, for information only.`,
} satisfies Record<string, Say>;

function total(value: FindingArgs[string] | undefined, { unit }: FindingArgs, n: Numbers): string {
  return typeof unit === 'string' ? n.moneyChange(Number(value), unit) : n.signed(Number(value));
}

function texts(list: FindingArgs[string] | undefined): readonly string[] {
  return Array.isArray(list) ? (list as readonly string[]) : [];
}
