import type { Finding, FindingCode, Tone } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import { kindOf } from '../experiment/metric-kind';
import type { PowerParams } from './params';
import type { PowerResult } from './result';

/** Fewer users than this make a baseline that may be far from the truth. */
const FEWEST_USERS = 1000;
/** A history of fewer days has not seen every weekday twice. */
const SHORT_HISTORY = 14;
/** A test that takes longer is rarely worth it: what a shorter one finds is said. */
const LONG = 8 * 7;
const SHORTER = 4 * 7;

/** What is said about a plan: what it stands on, how long and how many, and what else to know. */
export function findings(result: PowerResult, params: PowerParams): Finding[] {
  return [...checks(result), ...answer(result), ...notes(result, params)];
}

function checks(result: PowerResult): Finding[] {
  return [baselineChip(result), ...arrivalsChip(result), looksChip(result)];
}

function baselineChip({ baseline, estimated, sd, type, unit }: PowerResult): Finding {
  const about = { baseline, sd, kind: kindOf(type), unit };
  if (!estimated) return chip('neutral', 'power.baseline-typed', about);
  const { matured, total } = estimated;
  const few = kindOf(type) === 'rate' ? Math.min(total, matured - total) < 30 : false;
  const tone = matured < FEWEST_USERS || few ? 'warn' : 'good';
  return chip(tone, 'power.baseline', { ...about, users: matured });
}

function arrivalsChip({ arrivals, days }: PowerResult): Finding[] {
  if (!arrivals) {
    return days.estimate === null && days.problem.code === 'impossible-rate'
      ? []
      : [chip('neutral', 'power.arrivals-unknown')];
  }
  const { perDay, historyDays } = arrivals;
  if (historyDays === undefined) return [chip('neutral', 'power.arrivals-typed', { perDay })];
  const tone = historyDays < SHORT_HISTORY ? 'warn' : 'good';
  return [chip(tone, 'power.arrivals', { perDay, days: historyDays })];
}

function looksChip({ looks }: PowerResult): Finding {
  return chip('neutral', 'power.looks', { looks: typeof looks === 'object' ? 'planned' : looks });
}

function answer(result: PowerResult): Finding[] {
  const { total, perArm, days } = result;
  const { expected } = result.arms[0]!;
  const isEven = result.arms.every((arm) => arm.expected === expected);
  const args = { ...changeArgs(result), total, perArm, arms: result.arms.length, isEven };
  if (total === null) return [{ ...said('answer', 'power.impossible', args), tone: 'bad' }];
  if (days.estimate === null) return [said('answer', 'power.users', args)];
  const { estimate, low, high } = days;
  return [said('answer', 'power.days', { ...args, days: estimate, low, high })];
}

function changeArgs(result: PowerResult): FindingArgs {
  const { metric, type, unit, mde, power, direction, baseline } = result;
  return {
    metric,
    kind: kindOf(type),
    unit,
    relative: mde.relative,
    absolute: mde.absolute,
    direction,
    power,
    baseline,
  };
}

function notes(result: PowerResult, params: PowerParams): Finding[] {
  return [
    ...afterwards(result),
    ...tooLong(result),
    ...beyondHistory(result),
    ...atHand(result),
    ...aboutBaseline(result, params),
    ...aboutLevel(result, params),
  ];
}

/** Users who enter last need their window too. */
function afterwards({ windowMs, days }: PowerResult): Finding[] {
  if (windowMs === null || days.estimate === null) return [];
  return [note('power.window-after', { windowMs })];
}

/** What a test of four weeks would find instead. */
function tooLong({ days, curve }: PowerResult): Finding[] {
  if (days.estimate === null || days.estimate <= LONG) return [];
  const mde = curve.find((point) => point.days === SHORTER)?.mde ?? null;
  return [warning('power.too-long', { days: days.estimate, shorter: SHORTER, mde })];
}

function beyondHistory({ days, arrivals }: PowerResult): Finding[] {
  const history = arrivals?.historyDays;
  if (history === undefined || days.estimate === null || days.estimate <= history) return [];
  return [note('power.beyond-history', { days: days.estimate, history })];
}

function atHand(result: PowerResult): Finding[] {
  if (!result.atHand) return [];
  const { users, power: chance, mde } = result.atHand;
  return [note('power.at-hand', { ...changeArgs(result), users, chance, mde })];
}

function aboutBaseline(result: PowerResult, params: PowerParams): Finding[] {
  const { estimated, windowMs, metric } = result;
  if (!estimated) return [];
  const { matured, users, varianceRemoved } = estimated;
  return [
    ...(matured < users
      ? [note('power.maturing', { waiting: users - matured, of: users, windowMs })]
      : []),
    ...(hasNoWindow(params) ? [warning('power.no-window', { metric })] : []),
    ...(varianceRemoved === undefined ? [] : [note('power.adjusted', { varianceRemoved })]),
  ];
}

/** A metric of events without a window is worth what the data are long. */
function hasNoWindow({ metric }: PowerParams): boolean {
  if (metric === undefined || metric.type === 'retention' || metric.window !== undefined)
    return false;
  const source = metric.type === 'ratio' ? metric.numerator : metric;
  return source.event !== undefined;
}

function aboutLevel(
  { arms, alpha, looks, multiplier, sequential }: PowerResult,
  params: PowerParams,
): Finding[] {
  const comparisons = arms.length - 1;
  return [
    ...(comparisons > 1
      ? [note('power.several-arms', { comparisons, alpha, whole: params.alpha })]
      : []),
    ...(looks === 'fixed' || typeof looks === 'object' || multiplier === undefined
      ? []
      : [note('power.price-of-looks', { looks, multiplier })]),
    ...plannedLooks(looks, sequential),
  ];
}

/** What looking by a plan costs at most and saves on average. */
function plannedLooks(
  looks: PowerResult['looks'],
  sequential: PowerResult['sequential'],
): Finding[] {
  if (typeof looks !== 'object' || sequential === undefined) return [];
  const { inflation, expected } = sequential;
  return [
    note('power.planned-looks', {
      looks: sequential.looks.length,
      plan: typeof looks.plan === 'string' ? looks.plan : 'power',
      inflation,
      none: Math.round(expected.none),
      change: Math.round(expected.change),
    }),
  ];
}

function chip(tone: Tone, code: FindingCode, args: FindingArgs = {}): Finding {
  return { level: 'check', tone, code, args };
}

function note(code: FindingCode, args: FindingArgs): Finding {
  return said('note', code, args);
}

function warning(code: FindingCode, args: FindingArgs): Finding {
  return { ...said('warning', code, args), tone: 'warn' };
}

function said(level: Finding['level'], code: FindingCode, args: FindingArgs): Finding {
  return { level, tone: 'neutral', code, args };
}
