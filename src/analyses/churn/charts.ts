import { rateLine } from '../../charts/rate-line';
import { stepCurves } from '../../charts/step-curves';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { ChurnResult } from './result';

/** The chance of a return by silent days, and churn by period. */
export function charts(result: ChurnResult, language: Language): Chart[] {
  return [returns(result, language), overTime(result, language)].filter((chart) => chart !== null);
}

function returns({ curve, rule }: ChurnResult, { words, numbers }: Language): Chart | null {
  if (curve.length < 2) return null;
  const name = words.churn;
  const description = name.curveOf(
    numbers.int(rule.days),
    rule.back ? numbers.pct(rule.back.rate, 1) : '–',
    numbers.pct(curve[1]!.rate, 1),
  );
  const points = curve.map(({ days, rate, low, high }) => {
    return { x: days, series: name.chance, value: rate, low, high };
  });
  return {
    name: 'curve',
    title: name.curve,
    description,
    spec: stepCurves(points, {
      ...{ x: name.silentDays, y: name.chance, series: [name.chance], isLog: false, description },
    }),
  };
}

function overTime({ rows }: ChurnResult, { words, numbers }: Language): Chart | null {
  const known = rows.filter(({ rate }) => rate !== null);
  if (known.length < 2) return null;
  const name = words.churn;
  const [first, last] = [known[0]!, known.at(-1)!];
  const date = (start: string) => numbers.date(Date.parse(start), 'UTC');
  const description = name.rowsOf(
    date(first.start),
    numbers.pct(first.rate!, 1),
    date(last.start),
    numbers.pct(last.rate!, 1),
  );
  const points = known.map(({ start, rate, low, high }) => {
    return { date: start, value: rate, low, high, isOpen: false };
  });
  return {
    name: 'rows',
    title: name.rows,
    description,
    spec: rateLine(points, { axis: name.rate, description }),
  };
}
