import type { Interval } from '../../charts/intervals';
import { type StackPart, stacks } from '../../charts/stacks';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { intervalChart } from '../interval-chart';
import type { PromoResult } from './result';

/** Bars beyond this are too thin to read: the chart shows the last ones, the table all. */
const MOST_BARS = 60;

/** Purchases by week with and without promotion, and what recipients did in each window. */
export function charts(result: PromoResult, language: Language): Chart[] {
  return [windows(result, language), weeks(result, language)].filter((chart) => chart !== null);
}

function weeks({ weeks, purchases }: PromoResult, { words, numbers }: Language): Chart | null {
  if (weeks.length < 2) return null;
  const parts = [words.promo.fullPrice, words.promo.onPromotion];
  const bars = weeks.slice(-MOST_BARS).flatMap(({ start, fullPrice, onPromotion, complete }) => {
    const at = numbers.date(Date.parse(start), 'UTC');
    const bar = (part: string, value: number): StackPart => ({ at, part, value, isOpen: false });
    if (!complete) {
      return [{ at, part: words.promo.unfinished, value: fullPrice + onPromotion, isOpen: true }];
    }
    return [bar(parts[0]!, fullPrice), bar(parts[1]!, onPromotion)];
  });
  const description = words.promo.weeksAre(
    numbers.int(purchases.count),
    numbers.int(purchases.of),
    numbers.int(weeks.length),
  );
  return {
    name: 'weeks',
    title: words.promo.weeks,
    description,
    spec: stacks(bars, { axis: words.promo.purchases, parts, description }, ',d'),
  };
}

/** The effect on activity and purchases, window by window. */
function windows({ campaign, alpha }: PromoResult, { words, numbers }: Language): Chart | null {
  if (!campaign) return null;
  const { deciding, metrics } = campaign;
  const rows = metrics
    .filter(({ name }) => name === 'activity' || name === 'purchases')
    .flatMap(({ name, windows }) =>
      windows.flatMap((window): Interval[] => {
        const found = window[deciding];
        const p = deciding === 'difference' ? window.p : window.pChange;
        if (!found || found.estimate === null || window.window === 'net') return [];
        const { estimate: value, low, high } = found;
        const label = `${words.promo.metrics[name]} · ${words.promo.windows[window.window]}`;
        const state = p! < alpha ? words.promo.clear : words.unclear;
        return [{ label, value, low, high, state }];
      }),
    );
  const saying = {
    name: 'windows',
    title: words.promo.campaign,
    axis: words.promo.perUser,
    value: (change: number) => numbers.signed(change),
  };
  return intervalChart(rows, saying, { words, numbers }, '+.2f');
}
