import type { Interval } from '../../charts/intervals';
import { rateLine } from '../../charts/rate-line';
import { type StepBar, stepBars } from '../../charts/step-bars';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { intervalChart, ratioChart } from '../interval-chart';
import { FALSE_DISCOVERIES } from '../distinguishing';
import type { FunnelGroup, FunnelResult, StepResult } from './result';
import { stepName } from './step-name';
import { conversionCurves, conversionTimes } from './time-charts';

/** Traits beyond these are in the table only. */
const MOST_TRAITS = 12;

/** Bars step by step, differences, times, what distinguishes, and by date of entry. */
export function charts(result: FunnelResult, language: Language): Chart[] {
  const list = [
    steps(result, language),
    comparisons(result, language),
    conversionCurves(result, language),
    conversionTimes(result, language),
    trend(result, language),
    drivers(result, language),
  ];
  return list.filter((chart) => chart !== null);
}

/** Counts where there is one group; shares of those who entered where groups of any size stand side by side. */
function steps({ groups, count }: FunnelResult, language: Language): Chart | null {
  const { words, numbers } = language;
  if (groups.every(({ entered, open }) => entered + open === 0)) return null;
  const isDivided = groups.length > 1;
  const bars = groups[0]!.steps.flatMap((_, i) =>
    groups.map((group) => bar(group, group.steps[i]!, isDivided, language)),
  );
  const description = groups
    .map((group) => {
      const parts = group.steps.map(({ event, users, ofFirst }) => {
        const share = ofFirst.rate === null ? '–' : numbers.pct(ofFirst.rate, 1);
        return words.funnel.stepOf(stepName(event, language), numbers.int(users), share);
      });
      const text = numbers.list(parts);
      return group.name === null ? `${text}.` : words.funnel.groupOf(group.name, text);
    })
    .join(' ');
  return {
    name: 'steps',
    title: words.funnel.stepByStep,
    description,
    spec: stepBars(
      bars,
      {
        axis: isDivided ? words.funnel.ofFirst : words.funnel.counted[count],
        series: groups.map((group) => seriesOf(group)),
        open: words.funnel.withOpen,
        description,
      },
      isDivided ? '.0%' : ',d',
    ),
  };
}

function bar(
  group: FunnelGroup,
  { index, event, users, open, ofFirst }: StepResult,
  isDivided: boolean,
  language: Language,
): StepBar {
  const { rate, low, high, of } = ofFirst;
  const scale = isDivided ? 1 : of;
  const value = (rate ?? 0) * scale;
  const openPart = isDivided ? open / Math.max(1, group.entered) : open;
  return {
    step: `${index}. ${stepName(event, language)}`,
    series: seriesOf(group),
    value: isDivided ? value : users,
    low: (low ?? 0) * scale,
    high: (high ?? 0) * scale,
    openTo: (isDivided ? value : users) + openPart,
    label: rate === null ? '' : language.numbers.pct(rate, rate === 1 ? 0 : 1),
  };
}

function comparisons(result: FunnelResult, language: Language): Chart | null {
  const { words, numbers } = language;
  const { comparisons, groups, control } = result;
  const rows = comparisons.flatMap(({ group, step, difference }): Interval[] => {
    if (difference.estimate === null) return [];
    const { estimate: value, low, high } = difference;
    const name = stepName(groups[0]!.steps[step - 1]!.event, language);
    const state = low > 0 ? words.funnel.more : high < 0 ? words.funnel.fewer : words.unclear;
    return [{ label: `${group} · ${step}. ${name}`, value, low, high, state }];
  });
  const saying = {
    name: 'comparisons',
    title: words.funnel.comparisons,
    axis: words.funnel.differenceTo(control ?? ''),
    value: (points: number) => numbers.pp(points),
    end: (points: number) => numbers.num(100 * points, 2),
  };
  return intervalChart(rows, saying, language);
}

function trend({ trend }: FunnelResult, { words, numbers }: Language): Chart | null {
  const known = trend.filter(({ rate }) => rate !== null);
  if (known.length < 2) return null;
  const last = known.findLast(({ complete }) => complete);
  const description = words.funnel.trendOf(
    known[0]!.start,
    known.at(-1)!.start,
    last ? last.start : '–',
    last ? numbers.pct(last.rate!, 1) : '–',
  );
  const points = trend.map(({ start: date, rate: value, low, high, complete }) => {
    return { date, value, low, high, isOpen: !complete };
  });
  const axis = words.funnel.converted;
  return {
    name: 'trend',
    title: words.funnel.trend,
    description,
    spec: rateLine(points, { axis, description }),
  };
}

function drivers({ drivers }: FunnelResult, { words, numbers }: Language): Chart | null {
  const traits = (drivers?.traits ?? []).slice(0, MOST_TRAITS);
  if (traits.length === 0) return null;
  const rows = traits.map(({ kind, column, value, odds, pAdjusted }) => ({
    label: words.funnel.traitOf(
      kind,
      column,
      typeof value === 'number' ? numbers.num(value) : value,
    ),
    value: odds.estimate,
    low: odds.low,
    high: odds.high,
    state: pAdjusted < FALSE_DISCOVERIES ? words.funnel.clear : words.unclear,
  }));
  const { drivers: title, odds: axis } = words.funnel;
  return ratioChart(rows, { name: 'drivers', title, axis }, { words, numbers });
}

/** The name that marks are told apart by. */
function seriesOf({ name }: FunnelGroup): string {
  return name ?? '';
}
