import { isObject } from '../base/json';
import type { Output } from '../engine/engine';
import type { Language } from '../locale/language';
import type { Snapshot } from '../notebook/snapshot';
import type { SharedNotebook } from '../session/shared-notebook';

/** Rows of a transform's table that a shared page shows. */
export const MOST_SHARED_ROWS = 30;

/** Everything a shared file of the notebook holds, and what it does not, a line each, for the reader to agree to. */
export function sharedContents(shared: SharedNotebook, language: Language): readonly string[] {
  const { notebook } = shared;
  const { int, list } = language.numbers;
  const outputs = notebook.cells.flatMap(({ id }): readonly (readonly [string, Output])[] => {
    const state = shared.state(id);
    return 'output' in state && state.output ? [[id, state.output]] : [];
  });
  const analyses = outputs.filter(([, { type }]) => type === 'analysis').length;
  const drawn = outputs.reduce((sum, [, output]) => sum + drawnRows(output), 0);
  const files = outputs.flatMap(([, output]) => (output.type === 'source' ? [output.file] : []));
  const { privacy } = language.interface;
  return [
    privacy.text(int(notebook.cells.length)),
    ...(analyses > 0 ? [privacy.results(int(analyses))] : []),
    ...(drawn > 0 ? [privacy.charts(int(drawn))] : []),
    ...outputs.flatMap(([id, output]) => {
      const columns = shownColumns(output);
      return columns.length > 0
        ? [privacy.rows(id, int(shownRows(output)), list(columns.map((name) => `“${name}”`)))]
        : [];
    }),
    ...(files.length > 0 ? [privacy.files(list(files))] : []),
    ...withheldGroups(shared, language),
    ...ofUnknownPeople(shared, language),
    privacy.never,
  ];
}

/** The same for a notebook that keeps its results: what saving them adds to the file. */
export function keptContents(
  { sources, cells }: Snapshot,
  shared: SharedNotebook,
  language: Language,
): readonly string[] {
  const { list } = language.numbers;
  const named = (ids: object): string => list(Object.keys(ids).map((id) => `“${id}”`));
  const { privacy } = language.interface;
  return [
    privacy.keeping.results(named(cells)),
    privacy.keeping.sources(named(sources)),
    ...withheldGroups(shared, language),
    privacy.never,
  ];
}

/** A line about the groups of few users that were taken out; none where all are there. */
function withheldGroups(
  { notebook, withheld }: SharedNotebook,
  { interface: words, numbers }: Language,
): readonly string[] {
  const { int } = numbers;
  const hidden = [...withheld.values()].reduce((sum, groups) => sum + groups, 0);
  return hidden > 0
    ? [words.privacy.withheld(int(hidden), int(notebook.header.smallestGroup))]
    : [];
}

/** A line about the cells whose rows do not say how many users are behind them. */
function ofUnknownPeople(shared: SharedNotebook, { interface: words, numbers }: Language) {
  const cells = shared.notebook.cells.filter(({ id }) => {
    const state = shared.state(id);
    return state.state === 'problem' && state.problem.code === 'people-unknown';
  });
  const names = numbers.list(cells.map(({ id }) => `“${id}”`));
  return cells.length > 0 ? [words.privacy.unknown(names)] : [];
}

function drawnRows(output: Output): number {
  if (output.type !== 'chart') return 0;
  const { datasets } = output.chart.spec as { readonly datasets?: object };
  return Object.values(datasets ?? {}).reduce(
    (sum: number, rows: unknown) => sum + (Array.isArray(rows) ? rows.length : 0),
    0,
  );
}

function shownRows(output: Output): number {
  const rows = output.type === 'transform' && Array.isArray(output.value) ? output.value.length : 0;
  return Math.min(rows, MOST_SHARED_ROWS);
}

function shownColumns(output: Output): readonly string[] {
  if (output.type !== 'transform' || !output.table || !Array.isArray(output.value)) return [];
  const [first] = output.value;
  return isObject(first) ? Object.keys(first) : [];
}
