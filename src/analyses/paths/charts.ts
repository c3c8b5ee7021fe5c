import { type FlowLink, type FlowPlace, flowBands } from '../../charts/flow-bands';
import { heatMap } from '../../charts/heat-map';
import type { Interval } from '../../charts/intervals';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { intervalChart } from '../interval-chart';
import type { PathsResult } from './result';
import { END, START } from './sequences';

/** Events that get a place of their own in the flow; further ones are put together there. */
const MOST_PLACES = 7;
const REST = '(other)';

/** The flow from step to step, the step matrix, and how groups differ. */
export function charts(result: PathsResult, language: Language): Chart[] {
  const list = [flow(result, language), matrix(result, language), differences(result, language)];
  return list.filter((chart) => chart !== null);
}

function flow(result: PathsResult, { words, numbers }: Language): Chart {
  const { matrix, flow, paths } = result;
  const steps = matrix[0]!.steps.map(({ step }) => step);
  const events = matrix.filter(({ name }) => !MARKERS.includes(name)).slice(0, MOST_PLACES);
  const names = [...events.map(({ name }) => name), REST, START, END];
  const shown = (name: string) => (names.includes(name) ? name : REST);
  const links = new Map<string, FlowLink>();
  for (const each of flow) {
    const link = {
      column: steps.indexOf(each.step),
      from: shown(each.from),
      to: shown(each.to),
    };
    const key = JSON.stringify(link);
    links.set(key, { ...link, value: each.paths + (links.get(key)?.value ?? 0) });
  }
  const places = steps.flatMap((_, column) =>
    names.flatMap((name): FlowPlace[] => {
      const value = placeValue(result, [...links.values()], column, name, shown);
      const label = `${name} ${numbers.pct(value / paths, 0)}`;
      return value > 0 ? [{ column, name, value, label, isEnd: name === END }] : [];
    }),
  );
  const description = flowDescription(result, { words, numbers });
  const columns = steps.map((step) => words.paths.step(step));
  return {
    name: 'flow',
    title: words.paths.flow,
    description,
    spec: flowBands(places, [...links.values()], { columns, description }),
  };
}

const MARKERS = [REST, START, END, '(done)'];

/** Of an event all paths that are at it; of an end those that come to it just there. */
function placeValue(
  { matrix }: PathsResult,
  links: readonly FlowLink[],
  column: number,
  name: string,
  shown: (name: string) => string,
): number {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  if (name === START) {
    return sum(links.filter((l) => l.column === column && l.from === START).map((l) => l.value));
  }
  if (name === END) {
    return sum(links.filter((l) => l.column === column - 1 && l.to === END).map((l) => l.value));
  }
  const rows = matrix.filter((row) => row.name !== '(done)' && shown(row.name) === name);
  return sum(rows.map(({ steps }) => steps[column]!.paths));
}

function flowDescription(
  { sequences }: PathsResult,
  { words, numbers }: Pick<Language, 'words' | 'numbers'>,
): string {
  const most = sequences
    .slice(0, 3)
    .map(({ name, rate }) => words.paths.sequenceIs(name, numbers.pct(rate, 1)));
  return words.paths.flowDescription(numbers.list(most));
}

function matrix({ matrix }: PathsResult, { words, numbers }: Language): Chart {
  const cells = matrix.flatMap(({ name, steps }) =>
    steps.map(({ step, paths, of, rate }) => ({
      ...{ row: name, column: words.paths.step(step) },
      kind: 'tinted' as const,
      tint: rate,
      text: paths === 0 ? '' : numbers.pct(rate, rate < 0.1 ? 1 : 0),
      detail: words.countOf(numbers.int(paths), numbers.int(of)),
    })),
  );
  const first = matrix[0]!;
  const description = words.paths.matrixDescription(
    first.name,
    numbers.list(
      first.steps.map(({ step, rate }) =>
        words.paths.stepIs(words.paths.step(step), numbers.pct(rate, 0)),
      ),
    ),
  );
  return {
    name: 'matrix',
    title: words.paths.matrix,
    description,
    spec: heatMap(cells, {
      ...{ across: '', down: '', description },
      rows: matrix.map(({ name }) => name),
      columns: first.steps.map(({ step }) => words.paths.step(step)),
    }),
  };
}

function differences(
  { comparisons, groups, alpha }: PathsResult,
  { words, numbers }: Language,
): Chart | null {
  const rows = comparisons.flatMap(({ name, group, difference, pAdjusted }): Interval[] => {
    if (difference.estimate === null) return [];
    const { estimate: value, low, high } = difference;
    const isClear = pAdjusted !== null && pAdjusted < alpha;
    const label = groups.length === 2 ? name : `${group} · ${name}`;
    return [{ label, value, low, high, state: isClear ? words.paths.differs : words.unclear }];
  });
  const saying = {
    name: 'differences',
    title: words.paths.differences,
    axis: words.difference,
    value: (points: number) => numbers.pp(points, 1),
    most: 10,
  };
  return intervalChart(rows, saying, { words, numbers });
}
