import { lorenzChart } from '../../charts/lorenz-curve';
import { pareto } from '../../charts/pareto';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { ratioChart } from '../interval-chart';
import { FALSE_DISCOVERIES } from '../distinguishing';
import type { ConcentrationResult } from './result';
import { traitName } from './trait-name';

/** More rows than this are read in the table. */
const MOST_TRAITS = 12;

/** The Lorenz curve, what each tenth brings, and what distinguishes the greatest. */
export function charts(result: ConcentrationResult, language: Language): Chart[] {
  const list = [lorenz(result, language), tenths(result, language), portrait(result, language)];
  return list.filter((chart) => chart !== null);
}

function lorenz({ lorenz, gini, top }: ConcentrationResult, { words, numbers }: Language): Chart {
  const { share, part } = top[0]!;
  const description = words.concentration.lorenzOf(
    numbers.num(gini.estimate, 3),
    numbers.pct(share, 0),
    numbers.pct(part.estimate, 1),
  );
  return {
    name: 'lorenz',
    title: words.concentration.lorenz,
    description,
    spec: lorenzChart(lorenz, {
      across: words.concentration.population,
      axis: words.concentration.partOfTotal,
      description,
    }),
  };
}

function tenths({ tenths }: ConcentrationResult, { words, numbers }: Language): Chart {
  const first = numbers.pct(tenths[0]!.part, 1);
  const description = words.concentration.tenthsOf(first, numbers.pct(tenths[1]!.cumulative, 1));
  return {
    name: 'tenths',
    title: words.concentration.tenths,
    description,
    spec: pareto(
      tenths.map(({ tenth, part, cumulative }) => ({ at: numbers.int(tenth), part, cumulative })),
      {
        across: words.concentration.tenthFrom,
        axis: words.concentration.partOfTotal,
        cumulative: words.concentration.cumulative,
        description,
      },
    ),
  };
}

function portrait(
  { portrait, measured }: ConcentrationResult,
  { words, numbers }: Language,
): Chart | null {
  const traits = portrait.traits.slice(0, MOST_TRAITS);
  if (traits.length === 0) return null;
  const rows = traits.map(({ kind, column, value, odds, pAdjusted }) => ({
    label: traitName({ kind, column, value }, measured, { words, numbers }),
    value: odds.estimate,
    low: odds.low,
    high: odds.high,
    state: pAdjusted < FALSE_DISCOVERIES ? words.concentration.clear : words.unclear,
  }));
  const { portrait: title, odds: axis } = words.concentration;
  return ratioChart(rows, { name: 'portrait', title, axis }, { words, numbers });
}
