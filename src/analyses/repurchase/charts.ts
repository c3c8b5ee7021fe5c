import type { Interval } from '../../charts/intervals';
import { type StepCurvePoint, stepCurves } from '../../charts/step-curves';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { intervalChart } from '../interval-chart';
import type { RepurchaseResult } from './result';

/** Who has bought again by when, and the groups against the control. */
export function charts(result: RepurchaseResult, language: Language): Chart[] {
  const list = [curves(result, language), differences(result, language)];
  return list.filter((chart) => chart !== null);
}

function curves({ orders }: RepurchaseResult, { words, numbers }: Language): Chart | null {
  const shown = orders.filter(({ curve }) => curve.length > 1);
  if (shown.length === 0) return null;
  const points = shown.flatMap(({ order, curve }) =>
    curve.map(({ days, share, low, high }): StepCurvePoint => ({
      ...{ x: days, series: words.repurchase.orderOf(order) },
      ...{ value: share, low, high },
    })),
  );
  const description = shown
    .map(({ order, curve }) => {
      const { days, share, low, high } = curve.at(-1)!;
      const range = words.fromTo(numbers.pct(low, 0), numbers.pct(high, 0));
      return words.repurchase.curveIs(
        words.repurchase.orderOf(order),
        numbers.int(days),
        numbers.pct(share, 0),
        range,
      );
    })
    .join(' ');
  return {
    name: 'curve',
    title: words.repurchase.curve,
    description,
    spec: stepCurves(points, {
      ...{ x: words.repurchase.days, y: words.repurchase.boughtAgain, isLog: false, description },
      series: shown.map(({ order }) => words.repurchase.orderOf(order)),
    }),
  };
}

function differences(
  { comparisons, alpha }: RepurchaseResult,
  { words, numbers }: Language,
): Chart | null {
  const rows = comparisons.flatMap(({ group, difference, pAdjusted }): Interval[] =>
    difference.estimate === null
      ? []
      : [
          {
            ...{ label: group, value: difference.estimate, low: difference.low },
            high: difference.high,
            state: pAdjusted! < alpha ? words.repurchase.differs : words.unclear,
          },
        ],
  );
  const saying = {
    name: 'comparisons',
    title: words.repurchase.comparisons,
    axis: words.difference,
    value: (points: number) => numbers.pp(points, 1),
  };
  return intervalChart(rows, saying, { words, numbers });
}
