import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a net promoter score says, in English. */
export const npsFindings = sentences({
  'nps.answers': ({ answers }, n) =>
    answers === 1 ? 'One person answered' : `${n.int(Number(answers))} people answered`,
  'nps.response': ({ answered, of, rate }, n) =>
    `${n.pct(Number(rate), 1)} of those who were asked answered (${n.int(Number(answered))} of ${n.int(Number(of))})`,
  'nps.invalid': ({ rows }, n) => `${n.int(Number(rows))} answers are no number from 0 to 10`,
  'nps.repeated': ({ rows }, n) =>
    `${n.int(Number(rows))} further answers of the same people do not count`,
  'nps.few': ({ answers, promoters, detractors }, n) =>
    `${n.int(Number(answers))} answers (${n.int(Number(promoters))} promoters, ${n.int(Number(detractors))} detractors) are too few for a score; 30 are needed.`,
  'nps.score': ({ answers, promoters, detractors, estimate, low, high }, n) =>
    `NPS ${points(estimate, n)} (${points(low, n)} to ${points(high, n)}): ${n.int(Number(promoters))} promoters and ${n.int(Number(detractors))} detractors among ${n.int(Number(answers))}.`,
  'nps.group': (args, n) =>
    `${String(args.breakdown)} “${String(args.group)}”: NPS ${points(args.score, n)}, ${difference(args, n)} against all others.`,
  'nps.no-group': ({ breakdown }) => `No clear difference by ${String(breakdown)}.`,
  'nps.contacts': (args, n) =>
    `Contacted ${String(args.group)} times before: NPS ${points(args.score, n)}, against ${points(args.first, n)} of those contacted least${args.isClear ? '' : '; no clear difference'} (${difference(args, n)}). Who is contacted often is no random sample.`,
});

function points(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.signed(Number(value), 1);
}

function difference({ estimate, low, high }: FindingArgs, n: Numbers): string {
  return `${points(estimate, n)} points (${points(low, n)} to ${points(high, n)})`;
}
