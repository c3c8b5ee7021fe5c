import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { counted } from './counted';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a friction says, in English. */
export const frictionFindings = sentences({
  'friction.attempts': ({ attempts }, n) => `${counted(attempts, 'attempt', n)} at a next step`,
  'friction.open': ({ open }, n) =>
    `${counted(open, 'attempt', n)} still within the window, left out`,
  'friction.odd': ({ odd }, n) => `${counted(odd, 'wait', n)} below zero, not counted`,
  'friction.waiting': (args, n) => {
    const { wait, tail, best, bestRate, explained, low, high } = args;
    return `People wait from ${step(args)}: ${n.duration(Number(wait))} at the median, one in ten longer than ${n.duration(Number(tail))}. ${dropped(args, n)}; of those who waited less than ${n.duration(Number(best))} ${n.pct(Number(bestRate), 1)} did. If all dropped out as rarely as these, ${n.pct(Number(explained), 1)} fewer would (${n.pct(Number(low), 1)} to ${n.pct(Number(high), 1)}).`;
  },
  'friction.no-waiting': (args, n) => {
    const { bestRate, longest } = args;
    return `From ${step(args)} waiting does not clearly go with dropping out: ${n.pct(Number(bestRate), 1)} of those who waited least did so, ${n.pct(Number(longest), 1)} of those who waited longest.`;
  },
  'friction.too-few': (args, n) =>
    `${dropped(args, n)} from ${step(args)}: too few to tell what waiting does.`,
  'friction.most-dropped': (args, n) => {
    const took =
      args.time === null
        ? ''
        : ` Those who went on took ${n.duration(Number(args.time))} at the median.`;
    return `Most drop out from ${step(args)}. ${dropped(args, n)}.${took}`;
  },
  'friction.nobody-drops': ({ attempts }, n) =>
    `Nobody drops out: all of ${counted(attempts, 'attempt', n)} came to the next step.`,
  'friction.slowest': (args, n) => {
    const { breakdown, group, other, isWait, median, otherMedian, rate, otherRate, explained } =
      args;
    const verb = isWait ? 'wait' : 'take';
    const share =
      explained === null
        ? ''
        : ` Waiting goes with ${n.pct(Number(explained), 1)} of their drop-off.`;
    return `Longest by ${String(breakdown)}: “${String(group)}” ${verb} ${n.duration(Number(median))} and ${n.pct(Number(rate), 1)} drop out; “${String(other)}” ${verb} ${n.duration(Number(otherMedian))} and ${n.pct(Number(otherRate), 1)} do.${share}`;
  },
  'friction.sign': (args, n) => {
    const { attempts, of, share, estimate, low, high, isClear } = args;
    const range = `${n.pp(Number(estimate))} (${n.pp(Number(low))} to ${n.pp(Number(high))})`;
    return `${signText(args)} in ${n.int(Number(attempts))} of ${n.int(Number(of))} attempts (${n.pct(Number(share), 1)}); ${n.pct(Number(args.with), 1)} of these drop out against ${n.pct(Number(args.without), 1)} of the others, ${isClear ? range : `no clear difference: ${range}`}.`;
  },
  'friction.sign-seen': (args, n) =>
    `${signText(args)} in ${n.int(Number(args.attempts))} of ${n.int(Number(args.of))} attempts: too few drop out on one side to compare.`,
  'friction.descriptive': () =>
    'This describes and does not prove: whoever waits long may differ in other ways, too. Make the step faster for half of the users to know.',
});

function step({ from, to }: FindingArgs): string {
  return `“${String(from)}” to “${String(to)}”`;
}

function dropped({ dropped: count, of, rate }: FindingArgs, n: Numbers): string {
  return `${n.pct(Number(rate), 1)} drop out (${n.int(Number(count))} of ${counted(of, 'attempt', n)})`;
}

function signText({ sign, from }: FindingArgs): string {
  return sign === 'repeats' ? `“${String(from)}” was repeated at once` : 'An error was seen';
}
