import { type StepPoint, bandCurves } from '../../charts/band-curves';
import { type CostPoint, costCredit } from '../../charts/cost-credit';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { axisTitle } from '../axis-title';
import type { PaybackResult } from './result';

/** More lines than this cannot be told apart. */
const MOST_LINES = 6;

/** Value over cost by how long ago users came, and the two against one another. */
export function charts(result: PaybackResult, language: Language): Chart[] {
  const list = [curves(result, language), balance(result, language)];
  return list.filter((chart) => chart !== null);
}

function curves({ channels, period }: PaybackResult, { words, numbers }: Language): Chart | null {
  const shown = channels
    .filter(({ curve }) => curve.some(({ ratio }) => ratio !== null))
    .slice(0, MOST_LINES);
  const points = shown.flatMap(({ channel, curve }) =>
    curve.flatMap(({ offset, ratio, low, high }): StepPoint[] =>
      ratio === null
        ? []
        : [
            {
              ...{ step: words.ltv.age(offset, period), series: channel, value: ratio },
              ...{ low: low ?? ratio, high: high ?? ratio },
            },
          ],
    ),
  );
  if (points.length < 2) return null;
  const description = shown
    .map(({ channel, ltvToCac }) => {
      const { ratio, low, high, offset } = ltvToCac!;
      const range = low === null ? '–' : words.fromTo(numbers.num(low, 2), numbers.num(high!, 2));
      return words.payback.curveIs(
        channel,
        words.ltv.age(offset, period),
        numbers.num(ratio!, 2),
        range,
      );
    })
    .join(' ');
  return {
    name: 'curves',
    title: words.payback.curve,
    description,
    spec: bandCurves(
      points,
      {
        ...{ across: words.ltv.after, axis: words.payback.ratio, hasZero: true, description },
        steps: [...new Set(points.map(({ step }) => step))],
        series: shown.map(({ channel }) => channel),
      },
      '.2f',
    ),
  };
}

/** What channels cost and what came back of it at the last offset that has come. */
function balance({ channels, unit }: PaybackResult, { words, numbers }: Language): Chart | null {
  const points = channels.flatMap(({ channel, ltvToCac }): CostPoint[] => {
    if (ltvToCac === null) return [];
    const { cost, value, low, high } = ltvToCac;
    const ends =
      low === null ? { low: null, high: null } : { low: low * cost!, high: high! * cost! };
    return [{ label: channel, cost: cost!, value: value!, ...ends }];
  });
  if (points.length === 0) return null;
  const description = points
    .map(({ label, cost, value }) =>
      words.payback.balanceIs(label, numbers.money(cost, unit), numbers.money(value, unit)),
    )
    .join(' ');
  const across = axisTitle(words.payback.cost, unit);
  const axes = { across, up: axisTitle(words.payback.value, unit), description };
  return {
    name: 'balance',
    title: words.payback.balance,
    description,
    spec: costCredit(points, axes, true),
  };
}
