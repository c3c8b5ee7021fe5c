import type { Finding, FindingCode, Tone } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import { FALSE_DISCOVERIES } from '../distinguishing';
import type { FunnelParams } from './params';
import type { FunnelGroup, FunnelResult, Rate, SplitCheck } from './result';

/** More steps without a known order than this share are worth a word. */
const TIES_WARN = 0.01;

/** Whether the funnel can be read, how many convert, where most are lost, and under which rules. */
export function findings(result: FunnelResult, params: FunnelParams): Finding[] {
  return [
    ...checks(result),
    ...answers(result, params),
    ...losses(result),
    ...distinguishing(result),
    ...warnings(result, params),
    ...rules(result, params),
  ];
}

function checks({ groups, windowMs, count, checks }: FunnelResult): Finding[] {
  const open = sum(groups, ({ open }) => open);
  const of = open + sum(groups, ({ entered }) => entered);
  const removed = sum(groups, ({ removed }) => removed);
  return [
    ...checks.map(splitChip),
    ...(windowMs === null
      ? [chip('neutral', 'funnel.no-window')]
      : open === 0
        ? [chip('good', 'funnel.all-over', { windowMs, count })]
        : [chip('warn', 'funnel.open', { open, of, windowMs, count })]),
    ...(removed > 0 ? [chip('warn', 'funnel.removed', { removed, count })] : []),
  ];
}

function splitChip({ status }: SplitCheck): Finding {
  if (status === 'fail') return chip('bad', 'funnel.split-off');
  return status === 'pass'
    ? chip('good', 'funnel.split-fits')
    : chip('warn', 'funnel.split-unknown');
}

function answers(result: FunnelResult, params: FunnelParams): Finding[] {
  const { groups, count, windowMs } = result;
  const event = names(params.steps.at(-1)!.event);
  const [first] = groups;
  if (groups.length > 1) return [compared(result, params, event)];
  const rate = converted(first!);
  if (rate.rate === null) {
    const users = first!.open;
    return [answer('neutral', 'funnel.nothing-yet', { users, count, windowMs: windowMs ?? 0 })];
  }
  return [answer('neutral', 'funnel.converted', { ...rateArgs(rate), event, count, windowMs })];
}

/** The clearest difference at the last step. */
function compared(result: FunnelResult, params: FunnelParams, event: string): Finding {
  const { groups, comparisons, count, control } = result;
  const last = params.steps.length;
  const known = comparisons
    .filter(({ step, pAdjusted }) => step === last && pAdjusted !== null)
    .sort((a, b) => a.p! - b.p!);
  const clearest = known[0];
  const rateNamed = (name: string | null) =>
    converted(groups.find((group) => group.name === name)!).rate;
  if (!clearest || clearest.difference.estimate === null) {
    return answer('neutral', 'funnel.not-comparable', { event, groups: groups.map(nameOf) });
  }
  const { estimate, low, high } = clearest.difference;
  const args = {
    ...{ event, count, control, group: clearest.group, p: clearest.pAdjusted },
    ...{ difference: estimate, low, high, others: groups.length - 2 },
    rate: rateNamed(clearest.group),
    controlRate: rateNamed(control),
  };
  if (clearest.pAdjusted! >= params.alpha) return answer('neutral', 'funnel.no-difference', args);
  return estimate > 0
    ? answer('good', 'funnel.more-convert', args)
    : answer('bad', 'funnel.fewer-convert', args);
}

/** Where most of all groups together are lost, where there is more than one place, and how long the way takes. */
function losses({ groups, count }: FunnelResult): Finding[] {
  const required = groups[0]!.steps.filter(({ optional }) => !optional);
  const lost = required.slice(1).map(({ index, event }, i) => ({
    from: names(required[i]!.event),
    to: names(event),
    users: sum(groups, ({ steps }) => steps[index - 1]!.dropped!),
    of: sum(groups, ({ steps }) => steps[index - 1]!.ofPrevious.of),
  }));
  const worst = lost.reduce((a, b) => (b.users > a.users ? b : a));
  const { medianMs, p90Ms } = groups[0]!.conversion.time;
  return [
    ...(lost.length > 1 && worst.users > 0
      ? [note('funnel.largest-loss', { ...worst, share: worst.users / worst.of, count })]
      : []),
    ...(groups.length === 1 && medianMs !== null ? [note('funnel.time', { medianMs, p90Ms })] : []),
  ];
}

function distinguishing({ drivers }: FunnelResult): Finding[] {
  if (!drivers) return [];
  const clear = drivers.traits.filter(({ pAdjusted }) => pAdjusted < FALSE_DISCOVERIES);
  if (clear.length === 0) {
    if (drivers.compared === 0) return [];
    return [note('funnel.no-drivers', { compared: drivers.compared })];
  }
  const shown = clear.slice(0, 3).map(({ kind, column, value, counts, of, odds }) =>
    note('funnel.driver', {
      ...{ kind, column, value },
      withTrait: counts[0] / (counts[0] + counts[1]),
      withoutTrait: (of[0] - counts[0]) / (of[0] - counts[0] + of[1] - counts[1]),
      odds: odds.estimate,
      low: odds.low,
      high: odds.high,
    }),
  );
  return [...shown, note('funnel.not-a-cause', { more: clear.length - shown.length })];
}

function warnings({ ties, checks, groups, count }: FunnelResult, params: FunnelParams): Finding[] {
  const share = ties.moves > 0 ? ties.tied / ties.moves : 0;
  const [split] = checks;
  const few = groups.filter(({ entered }) => entered > 0 && entered < 30);
  return [
    ...(split?.status === 'fail'
      ? [warning('funnel.split-explained', { p: split.p, observed: split.observed.map(String) })]
      : []),
    ...(share > TIES_WARN
      ? [warning('funnel.ties', { share, tied: ties.tied, of: ties.moves, order: params.order })]
      : []),
    ...(few.length > 0 && groups.length > 1
      ? [warning('funnel.few', { groups: few.map(nameOf), count, needed: 30 })]
      : []),
  ];
}

function rules({ groups, comparisons, windowMs }: FunnelResult, params: FunnelParams): Finding[] {
  const { order, entry, count, hold, exclude } = params;
  const done = comparisons.filter(({ p }) => p !== null).length;
  return [
    note('funnel.rule', { order, entry, count, windowMs, hold }),
    ...exclude.map(({ event, from, to, rule }) =>
      note('funnel.exclusion', { event: names(event), from, to, rule }),
    ),
    ...(groups.length > 1 ? [note('funnel.conditional', {})] : []),
    ...(done > 1 ? [note('funnel.corrected', { comparisons: done })] : []),
  ];
}

function converted({ steps }: FunnelGroup): Rate {
  return steps.at(-1)!.ofFirst;
}

function rateArgs({ users, of, rate, low, high }: Rate): FindingArgs {
  return { users, of, rate, low, high };
}

function names(event: string | readonly string[]): string {
  return [event].flat().join(' / ');
}

function nameOf({ name }: FunnelGroup): string {
  return name ?? '';
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function chip(tone: Tone, code: FindingCode, args: FindingArgs = {}): Finding {
  return { level: 'check', tone, code, args };
}

function answer(tone: Tone, code: FindingCode, args: FindingArgs): Finding {
  return { level: 'answer', tone, code, args };
}

function note(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'note', tone: 'neutral', code, args };
}

function warning(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'warning', tone: 'warn', code, args };
}
