import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { shaped, shapedChange } from '../shaped';
import { someOf } from '../some-of';
import { monitorWords } from './monitor-words';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a monitor says, in English. */
export const monitorFindings = sentences({
  'monitor.complete': ({ periods, period }, n) => periodsOf(periods, period, n, 'complete '),
  'monitor.unfinished': ({ period, start, isLast }, n) =>
    isLast
      ? `${sentenceCase(periodOf(period, start, n))} has not ended and is not judged`
      : `The data begin within ${periodOf(period, start, n)}, which is not judged`,
  'monitor.silence': ({ periods, period, from, through }, n) =>
    `Nothing for ${periodsOf(periods, period, n)}, ${dateText(from, period, n)} to ${dateText(through, period, n)}: is a date in the data wrong? Completeness can be set by “Data are complete through”`,
  'monitor.missing': ({ rows }, n) => `${n.int(Number(rows))} rows have no value and add nothing`,
  'monitor.noise-unknown': ({ pairs, period }, n) =>
    `${pairs === 0 ? `No two ${period}s` : pairs === 1 ? `Only one pair of ${period}s` : `Only ${n.int(Number(pairs))} pairs of ${period}s`} to compare: how much the metric moves by itself is not known`,
  'monitor.no-value': ({ period }) => `There is no value for a complete ${period} yet.`,
  'monitor.cannot-judge': (args, n) => `${named(args)}: ${ruleText(args, n)} cannot be judged.`,
  'monitor.fires': (args, n) =>
    `${named(args)} ${ruleText(args, n)}: the rule fires. ${lastValue(args, n)}`,
  'monitor.quiet': (args, n) =>
    `The rule “${ruleText(args, n)}” does not fire. ${lastValue(args, n)}`,
  'monitor.history': (args, n) => {
    const { times, judged, episodes, fired, period } = args;
    const over = periodsOf(judged, period, n);
    const rule = sentenceCase(ruleText(args, n));
    if (judged === 0) return `${rule}: there is no period it could be judged in.`;
    if (times === 0) return `${rule}: it would not have fired in ${over}.`;
    const { shown, more } = someOf((fired as readonly string[]).toReversed());
    const dates = n.list(shown.toReversed().map((start) => dateText(start, period, n)));
    const how = `${n.int(Number(times))} ${times === 1 ? 'time' : 'times'} in ${over}`;
    const spells = episodes === 1 ? 'one episode' : `${n.int(Number(episodes))} episodes`;
    return `${rule}: it would have fired ${how}, in ${spells}: ${more > 0 ? 'last ' : ''}${dates}.`;
  },
  'monitor.false-alarms': (args, n) =>
    `By noise alone that rule would fire about ${rateText(args.perYear, n)} times a year.`,
  'monitor.noisy': (args, n) =>
    `“${sentenceCase(ruleText(args, n))}” would fire about ${rateText(args.perYear, n)} times a year by noise alone: do not act on it without a second look.`,
  'monitor.noise': ({ deviation, isRelative, overdispersion, period, format, unit }, n) => {
    const size = isRelative
      ? n.pct(Number(deviation), 1)
      : shaped(deviation, format === 'rate' ? 'number' : format, unit, n);
    const spread =
      overdispersion === null
        ? ''
        : ` (${n.num(Number(overdispersion))} times the variance of a Poisson count)`;
    return `One ${period} differs from its mean by ${size} by noise (a standard deviation)${spread}.`;
  },
  'monitor.moved': (args, n) => {
    const { from, to, before, after, group, part, mix, own, period, format, unit } = args;
    const value = (each: FindingArgs[string] | undefined) => shaped(each, format, unit, n);
    const change = (each: FindingArgs[string] | undefined) => shapedChange(each, format, unit, n);
    const split =
      mix === null ? '' : ` (${change(own)} by its own value, ${change(mix)} by its share of all)`;
    return `From ${value(before)} (${dateText(from, period, n)}) to ${value(after)} (${dateText(to, period, n)}): the largest part, ${change(part)} of ${change(args.change)}, is “${String(group)}”${split}.`;
  },
});

/** down more than 10 %, two weeks running */
function ruleText(args: FindingArgs, n: Numbers): string {
  const { rule, by, isRelative, runs, lag, below, above, direction, limit, format, unit } = args;
  const period = String(args.period);
  const running = Number(runs) > 1 ? `, ${n.int(Number(runs))} ${period}s running` : '';
  switch (rule) {
    case 'change': {
      const size = Math.abs(Number(by));
      const amount = isRelative ? n.pct(size) : shaped(size, format, unit, n);
      const against = Number(lag) > 1 ? ` against ${n.int(Number(lag))} ${period}s before` : '';
      return `${Number(by) < 0 ? 'down' : 'up'} more than ${amount}${against}${running}`;
    }
    case 'level': {
      const ends = [
        below === null ? '' : `below ${shaped(below, format, unit, n)}`,
        above === null ? '' : `above ${shaped(above, format, unit, n)}`,
      ];
      return `${ends.filter((end) => end !== '').join(' or ')}${running}`;
    }
    case 'cusum': {
      const way = { down: 'down', up: 'up', both: 'up or down' }[String(direction)] ?? '';
      return `drifting ${way} (cumulative sum above ${n.num(Number(limit))})`;
    }
    default:
      return 'unlike other periods (anomaly)';
  }
}

function named({ metric, type }: FindingArgs): string {
  return String(metric ?? monitorWords.metrics[type as keyof typeof monitorWords.metrics]);
}

function lastValue(args: FindingArgs, n: Numbers): string {
  const { period, start, value, format, unit } = args;
  const when = sentenceCase(periodOf(period, start, n));
  return `${when}: ${named(args)} ${shaped(value, format, unit, n)}.`;
}

function rateText(value: FindingArgs[string] | undefined, n: Numbers): string {
  return Number(value) < 0.01 ? 'less than 0.01' : n.num(Number(value), Number(value) < 1 ? 2 : 1);
}

function periodsOf(
  count: FindingArgs[string] | undefined,
  period: FindingArgs[string] | undefined,
  n: Numbers,
  kind = '',
): string {
  return `${n.int(Number(count))} ${kind}${String(period)}${count === 1 ? '' : 's'}`;
}

/** the week of 23 Feb 2026 */
function periodOf(
  period: FindingArgs[string] | undefined,
  start: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  const date = dateText(start, period, n);
  return period === 'day' || period === 'hour' ? date : `the ${String(period)} of ${date}`;
}

function dateText(
  start: FindingArgs[string] | undefined,
  period: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  const text = String(start);
  return period === 'hour' ? text.replace('T', ' ') : n.date(Date.parse(text), 'UTC');
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
