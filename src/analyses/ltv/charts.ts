import { type StepPoint, bandCurves } from '../../charts/band-curves';
import { heatMap } from '../../charts/heat-map';
import { lines } from '../../charts/lines';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { axisTitle } from '../axis-title';
import type { LtvResult } from './result';

/** More lines than this cannot be told apart: the latest cohorts are drawn. */
const MOST_COHORTS = 6;

/** The value by age, by cohort, purchases against what the model foretold, and who is still there. */
export function charts(result: LtvResult, language: Language): Chart[] {
  const list = [
    curve(result, language),
    cohorts(result, language),
    tracking(result, language),
    there(result, language),
  ];
  return list.filter((chart) => chart !== null);
}

function curve({ overall, unit, period }: LtvResult, { words, numbers }: Language): Chart | null {
  const points = overall.flatMap(({ offset, value, bandLow, bandHigh }): StepPoint[] =>
    value === null || bandLow === null || bandHigh === null
      ? []
      : [
          {
            ...{ step: words.ltv.age(offset, period), series: words.ltv.all, value },
            ...{ low: bandLow, high: bandHigh },
          },
        ],
  );
  if (points.length < 2) return null;
  const last = points.at(-1)!;
  const range = words.fromTo(numbers.money(last.low, unit), numbers.money(last.high, unit));
  const description = words.ltv.curveIs(last.step, numbers.money(last.value, unit), range);
  return {
    name: 'overall',
    title: words.ltv.curve,
    description,
    spec: bandCurves(
      points,
      {
        ...{
          across: words.ltv.after,
          axis: axisTitle(words.ltv.perCustomer, unit),
          hasZero: false,
          description,
        },
        ...{ steps: points.map(({ step }) => step), series: [words.ltv.all] },
      },
      ',.2f',
    ),
  };
}

function cohorts({ cohorts, unit, period }: LtvResult, { words, numbers }: Language): Chart | null {
  const shown = cohorts.filter(({ cells }) => cells[0]?.mature).slice(-MOST_COHORTS);
  const points = shown.flatMap(({ cohort, cells }) =>
    cells.flatMap(({ offset, value, low, high }): StepPoint[] =>
      value === null
        ? []
        : [
            {
              ...{ step: words.ltv.age(offset, period), series: cohort, value },
              ...{ low: low ?? value, high: high ?? value },
            },
          ],
    ),
  );
  if (shown.length < 2) return null;
  const steps = [...new Set(points.map(({ step }) => step))];
  const description = shown
    .map(({ cohort, cells }) => {
      const last = cells.findLast(({ mature }) => mature)!;
      return words.ltv.cohortIs(
        cohort,
        words.ltv.age(last.offset, period),
        numbers.money(last.value!, unit),
      );
    })
    .join(' ');
  return {
    name: 'cohorts',
    title: words.ltv.cohorts,
    description,
    spec: bandCurves(
      points,
      {
        ...{
          across: words.ltv.after,
          axis: axisTitle(words.ltv.perCustomer, unit),
          hasZero: false,
          description,
        },
        ...{ steps, series: shown.map(({ cohort }) => cohort) },
      },
      ',.2f',
    ),
  };
}

function tracking({ holdout }: LtvResult, { words, numbers }: Language): Chart | null {
  const points = holdout?.tracking ?? [];
  if (points.length < 2) return null;
  const { actual, expected } = points.at(-1)!;
  const description = words.ltv.trackingIs(
    holdout!.from!,
    numbers.int(actual!),
    numbers.int(expected!),
  );
  const series = [words.ltv.actual, words.ltv.expected];
  return {
    name: 'tracking',
    title: words.ltv.tracking,
    panel: words.ltv.holdout,
    description,
    spec: lines(
      points.flatMap(({ date, actual, expected }) => [
        { date, series: series[0]!, value: actual! },
        { date, series: series[1]!, value: expected! },
      ]),
      { axis: words.ltv.repeatPurchases, series, description },
      ',d',
    ),
  };
}

function there({ forecast }: LtvResult, { words, numbers }: Language): Chart | null {
  const cells = forecast?.cells ?? [];
  if (cells.length === 0) return null;
  const rows = [...new Set(cells.map(({ repeats }) => repeats))];
  const columns = [...new Set(cells.map(({ silent }) => silent))].sort(
    (a, b) => Number.parseInt(a) - Number.parseInt(b),
  );
  const description = words.ltv.thereIs(
    numbers.list(
      cells
        .filter((cell) => cell.there !== null)
        .slice(0, 8)
        .map((cell) => words.ltv.thereOf(cell.repeats, cell.silent, numbers.pct(cell.there!, 0))),
    ),
  );
  return {
    name: 'there',
    title: words.ltv.there,
    panel: words.ltv.forecast,
    description,
    spec: heatMap(
      cells.map((cell) => ({
        ...{ row: cell.repeats, column: cell.silent },
        kind: cell.there === null ? ('unknown' as const) : ('tinted' as const),
        tint: cell.there ?? 0,
        text: cell.there === null ? '' : numbers.pct(cell.there, 0),
        detail: words.ltv.customersOf(numbers.int(cell.customers)),
      })),
      { across: words.ltv.silent, down: words.ltv.repeats, rows, columns, description },
    ),
  };
}
