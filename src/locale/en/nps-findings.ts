import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { counted } from './counted';

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
  'nps.invalid': ({ rows }, n) =>
    rows === 1
      ? 'One answer is no number from 0 to 10'
      : `${n.int(Number(rows))} answers are no number from 0 to 10`,
  'nps.repeated': ({ rows }, n) =>
    rows === 1
      ? 'One further answer of the same person does not count'
      : `${n.int(Number(rows))} further answers of the same people do not count`,
  'nps.few': ({ answers, promoters, detractors }, n) =>
    `${counted(answers, 'answer', n)} (${counted(promoters, 'promoter', n)}, ${counted(detractors, 'detractor', n)}) ${answers === 1 ? 'is' : 'are'} too few for a score; 30 are needed.`,
  'nps.score': ({ answers, promoters, detractors, estimate, low, high }, n) =>
    `NPS ${points(estimate, n)} (${points(low, n)} to ${points(high, n)}): ${counted(promoters, 'promoter', n)} and ${counted(detractors, 'detractor', n)} among ${n.int(Number(answers))}.`,
  'nps.group': (args, n) =>
    `${String(args.breakdown)} “${String(args.group)}”: NPS ${points(args.score, n)}, ${difference(args, n)} against all others.`,
  'nps.no-group': ({ breakdown }) => `No clear difference by ${String(breakdown)}.`,
  'nps.contacts': (args, n) =>
    `Contacted ${String(args.group)} ${args.group === '1' ? 'time' : 'times'} before: NPS ${points(args.score, n)}, against ${points(args.first, n)} of those contacted least${args.isClear ? '' : '; no clear difference'} (${difference(args, n)}). Who is contacted often is no random sample.`,
});

function points(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.signed(Number(value), 1);
}

function difference({ estimate, low, high }: FindingArgs, n: Numbers): string {
  return `${points(estimate, n)} points (${points(low, n)} to ${points(high, n)})`;
}
