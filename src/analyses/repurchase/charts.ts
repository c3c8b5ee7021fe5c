import { type Interval, intervals } from '../../charts/intervals';
import { type StepCurvePoint, stepCurves } from '../../charts/step-curves';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
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
  if (rows.length === 0) return null;
  const description = rows
    .map(({ label, value, low, high, state }) => {
      const range = words.fromTo(numbers.pp(low, 1), numbers.pp(high, 1));
      return words.intervalDescription(label, numbers.pp(value, 1), range, state);
    })
    .join(' ');
  return {
    name: 'comparisons',
    title: words.repurchase.comparisons,
    description,
    spec: intervals(rows, { axis: words.difference, description }, '+.1%'),
  };
}
