import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import type { Comparison } from '../../stats/comparison';
import { parallelTrends } from '../../stats/difference-in-differences';
import type { Interval } from '../../stats/interval';
import { type Moments, moments } from '../../stats/moments';
import { srm } from '../../stats/srm';
import { welch } from '../../stats/welch';
import type { Missing, Scope } from '../analysis';
import { orProblem } from '../or-problem';
import type { Campaign, PromoParams } from './params';
import { type Recipients, requireGroups } from './recipients';
import type { CampaignMetricName, CampaignResult, WindowResult } from './result';
import { type CampaignWindow, campaignWindows } from './windows';

const WEEK = 7 * 86_400_000;
const METRICS = ['activity', 'purchases', 'value', 'margin'] as const;

/**
 * What recipients did around a promotion against the others: plainly where they were drawn at random,
 * by difference in differences else.
 *
 * @throws {Problem} `no-recipients`, and what `campaignWindows` finds
 */
export function campaignResult(
  recipients: Recipients,
  campaign: Campaign,
  params: PromoParams,
  scope: Scope,
): CampaignResult {
  requireGroups(recipients);
  const windows = campaignWindows(campaign, scope);
  const { randomised } = campaign;
  const treated = recipients.isTreated.reduce((sum, each) => sum + each, 0);
  const sizes = [recipients.isTreated.length - treated, treated] as const;
  const names = 'column' in campaign.recipients ? campaign.recipients : null;
  const unit = scope.columnUnits[params.purchase.value ?? ''] ?? null;
  const dates = calendar(scope.timezone, scope.weekStart);
  const dataStart = dates.start('day', recipients.dataStart);
  const shown = params.purchase.value === undefined ? METRICS.slice(0, 2) : METRICS;
  const metrics = shown.map((name) => ({
    name,
    unit: name === 'value' || name === 'margin' ? unit : null,
    windows: windows.map((_, w) =>
      windowResult(recipients, name, { windows, w, dataStart, scope, alpha: params.alpha }, dates),
    ),
  }));
  const deciding = randomised ? 'difference' : 'change';
  const { statistic, df, p } = srm(sizes, [1, 1]);
  return {
    ...{ from: dates.date(windows[1]!.from), through: dates.date(windows[1]!.to - 1) },
    ...{ randomised, deciding },
    groups: [
      { name: names?.control ?? 'others', users: sizes[0] },
      { name: names?.treatment ?? 'recipients', users: sizes[1] },
    ],
    split: randomised ? { statistic, df, p } : null,
    trend: trendOf(recipients, windows[0]!, dataStart, params.alpha),
    metrics,
    incrementalMargin: incremental(metrics.at(-1)!, deciding, treated),
  };
}

interface At {
  readonly windows: readonly CampaignWindow[];
  readonly w: number;
  readonly dataStart: number;
  readonly scope: Scope;
  readonly alpha: number;
}

function windowResult(
  recipients: Recipients,
  metric: CampaignMetricName,
  { windows, w, dataStart, scope, alpha }: At,
  dates: { date(ms: number): string },
): WindowResult {
  const window = windows[w]!;
  const about = {
    window: window.name,
    ...{ from: dates.date(window.from), through: dates.date(window.to - 1) },
  };
  const early = windows[0]!.from < dataStart;
  const problem =
    window.to > scope.completeThrough
      ? new Problem('window-not-over', { through: about.through })
      : early && w === 0
        ? new Problem('before-the-data', { start: dates.date(dataStart) })
        : null;
  if (problem) {
    const none = missing(problem);
    const rest = { control: null, treatment: null, p: null, pChange: null };
    return { ...about, ...rest, difference: none, change: none, problem: problem.toJSON() };
  }
  const [before, now] = [recipients[metric][0]!, recipients[metric][w]!];
  const scale = (window.to - window.from) / (windows[0]!.to - windows[0]!.from);
  const [control, treatment] = divided(now, recipients.isTreated);
  const plain = orProblem(() => welch(control, treatment, alpha));
  const changes = now.map((value, i) => value - scale * before[i]!);
  const change = orProblem(() => {
    if (early) throw new Problem('before-the-data', { start: dates.date(dataStart) });
    return welch(...divided(changes, recipients.isTreated), alpha);
  });
  const because = [plain, change].find((each) => each instanceof Problem);
  return {
    ...{ ...about, control: control.mean, treatment: treatment.mean },
    ...{ difference: intervalOf(plain), p: pOf(plain) },
    ...(w === 0
      ? { change: null, pChange: null }
      : { change: intervalOf(change), pChange: pOf(change) }),
    ...(because && (w > 0 || plain instanceof Problem) ? { problem: because.toJSON() } : {}),
  };
}

/** The moments of the others and of the recipients. */
function divided(values: Float64Array, isTreated: Uint8Array): readonly [Moments, Moments] {
  return [moments(those(values, isTreated, 0)), moments(those(values, isTreated, 1))];
}

/** The values of one of the groups. */
function those(values: Float64Array, isTreated: Uint8Array, group: number): Float64Array {
  const found = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; ++i) if (isTreated[i] === group) found[count++] = values[i]!;
  return found.subarray(0, count);
}

function intervalOf(found: Comparison | Problem): Interval | Missing<Interval> {
  return found instanceof Problem ? missing(found) : found.difference;
}

function pOf(found: Comparison | Problem): number | null {
  return found instanceof Problem ? null : found.p;
}

function missing(problem: Problem): Missing<Interval> {
  return { estimate: null, low: null, high: null, problem: problem.toJSON() };
}

/** Whether activity moved apart in the whole weeks before, as far as the data reach back. */
function trendOf(
  { weeks, isTreated }: Recipients,
  before: CampaignWindow,
  dataStart: number,
  alpha: number,
): CampaignResult['trend'] {
  const known = weeks.filter((_, i) => before.to - (weeks.length - i) * WEEK >= dataStart);
  const of = (group: number) => known.map((week) => those(week, isTreated, group));
  const found = orProblem(() => {
    if (known.length < 2) throw new Problem('too-few-weeks', { weeks: known.length });
    return parallelTrends(of(0), of(1), alpha);
  });
  const about = { weeks: known.length, difference: intervalOf(found), p: pOf(found) };
  return found instanceof Problem ? { ...about, problem: found.toJSON() } : about;
}

/** What all recipients brought beyond what they would have: that of one, times their number. */
function incremental(
  metric: CampaignResult['metrics'][number],
  deciding: CampaignResult['deciding'],
  treated: number,
): CampaignResult['incrementalMargin'] {
  if (metric.name !== 'margin') return missing(new Problem('value-unknown'));
  const each = metric.windows.at(-1)![deciding]!;
  if (each.estimate === null) return each;
  return {
    estimate: treated * each.estimate,
    low: treated * each.low,
    high: treated * each.high,
  };
}
