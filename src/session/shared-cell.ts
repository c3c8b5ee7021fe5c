import type { Json, JsonObject } from '../base/json';
import { Problem } from '../base/problem';
import type {
  AnalysisOutput,
  ChartOutput,
  Engine,
  Output,
  TransformOutput,
} from '../engine/engine';
import type { Locale } from '../locale/language';
import type { Graph } from '../notebook/graph';
import { type Notebook, cellOf } from '../notebook/notebook';
import { type Path, lookup } from '../notebook/path';
import { references } from '../notebook/references';
import { type CellState, outputOf } from './cell-state';
import { outputValue } from './output-value';
import { rowsOfMany } from './rows-of-many';
import { withoutSmallGroups } from './small-groups';

/** A cell as it may leave the machine, and how many groups of few users were taken out of its result. */
export interface SharedState {
  readonly state: CellState;
  readonly withheld: number;
}

/** What is shared, and by whom it is said anew. */
export interface Sharing {
  readonly session: {
    readonly notebook: Notebook;
    readonly graph: Pick<Graph, 'reads'>;
    state(id: string): CellState;
  };
  readonly engine: Pick<Engine, 'present'>;
  readonly locale: Locale;
  /** The cells that were looked at: many may read one. */
  readonly known: Map<string, SharedState>;
}

/** A cell without its groups of few users, and without what it read of those of other cells. */
export async function sharedCell(id: string, sharing: Sharing): Promise<SharedState> {
  const { session, known } = sharing;
  const before = known.get(id);
  if (before) return before;
  // Cells that read one another find nothing in each other.
  known.set(id, withheldState(groupsWithheld(1, leastOf(sharing))));
  const shared = await lookedAt(id, session.state(id), sharing);
  known.set(id, shared);
  return shared;
}

/** The problem of what is about groups of few users only. */
export function groupsWithheld(groups: number, least: number): Problem {
  return new Problem('groups-withheld', { groups, least });
}

/** What stands at `path` of an output; null where nothing does. */
function foundAt(output: Output, path: Path): ReturnType<typeof lookup> | null {
  try {
    return lookup(outputValue(output), path);
  } catch {
    return null;
  }
}

/** Whether what stands at `path` is the same in both, so that it may be shown. */
export function isSameAt(path: Path, before: Output | null, left: Output | null): boolean {
  const was = before && foundAt(before, path);
  const is = left && foundAt(left, path);
  return is !== null && JSON.stringify(is.value) === JSON.stringify(was?.value);
}

async function lookedAt(id: string, state: CellState, sharing: Sharing): Promise<SharedState> {
  const output = outputOf(state);
  switch (output?.type) {
    case 'analysis':
      return (await readsWithheld(id, sharing)) ?? sharedAnalysis(state, output, sharing);
    case 'metric':
      return (await readsWithheld(id, sharing)) ?? { state, withheld: 0 };
    case 'transform': {
      const withheld = await readsWithheld(id, sharing);
      return withheld ?? sharedTransform(id, state, output, leastOf(sharing));
    }
    case 'chart':
      return sharedChart(id, state, output, sharing);
    case 'segment': {
      const { users, of } = output;
      const isFew = [users, of - users].some((some) => some > 0 && some < leastOf(sharing));
      return isFew ? withheldState(groupsWithheld(1, leastOf(sharing))) : { state, withheld: 0 };
    }
    default:
      return { state, withheld: 0 };
  }
}

/** Nothing of a cell is left that reads a value which is withheld; null where it reads none. */
async function readsWithheld(id: string, sharing: Sharing): Promise<SharedState | null> {
  for (const { name, path } of valuesRead(id, sharing)) {
    const before = outputOf(sharing.session.state(name));
    if (!before || !foundAt(before, path)) continue;
    const { state, withheld } = await sharedCell(name, sharing);
    if (isSameAt(path, before, outputOf(state))) continue;
    return withheldState(groupsWithheld(withheld || 1, leastOf(sharing)));
  }
  return null;
}

/** Values of other cells that a cell reads; code may read all of what it names, but a table, which has its own people. */
function valuesRead(id: string, { session }: Sharing) {
  const cell = cellOf(session.notebook, id)!;
  if (cell.type === 'transform') {
    const named = session.graph.reads.get(id) ?? [];
    return named
      .filter((name) => !isTable(session.state(name)))
      .map((name) => ({ name, path: [] }));
  }
  return references(cell, () => [])
    .references.filter(({ by }) => by === 'ref')
    .map(({ name, path }) => ({ name, path: path.slice(1) }));
}

function isTable(state: CellState): boolean {
  const output = outputOf(state);
  return output?.type === 'source' || (output?.type === 'transform' && output.table !== null);
}

async function sharedAnalysis(
  state: CellState,
  output: AnalysisOutput,
  sharing: Sharing,
): Promise<SharedState> {
  const least = leastOf(sharing);
  const { kind, params } = output;
  const { result, groups, besides } = withoutSmallGroups(kind, output.result, least);
  if (result === output.result) return { state, withheld: 0 };
  if (result === null) return withheldState(groupsWithheld(groups, least));
  const shown = await sharing.engine.present(kind, params as JsonObject, result, sharing.locale);
  const args = { groups, least, besides };
  const note = { level: 'note', tone: 'neutral', code: 'groups-withheld', args } as const;
  const findings = groups === 0 ? shown.findings : [...shown.findings, note];
  const left: AnalysisOutput = { ...output, result, ...shown, findings };
  return { state: { ...state, output: left } as CellState, withheld: groups };
}

function sharedTransform(
  id: string,
  state: CellState,
  output: TransformOutput,
  least: number,
): SharedState {
  const { value, people } = output;
  if (!people || !Array.isArray(value)) return { state, withheld: 0 };
  const { rows, withheld, isUnknown } = rowsOfMany(value, people, least);
  if (isUnknown) return withheldState(new Problem('people-unknown', { table: id }));
  if (withheld === 0) return { state, withheld };
  if (rows.length === 0) return withheldState(groupsWithheld(withheld, least));
  const left: TransformOutput = { ...output, value: rows, people: null };
  return { state: { ...state, output: left } as CellState, withheld };
}

/** A chart keeps those of its rows that many people stand behind, or that are left in the cells it draws. */
async function sharedChart(
  id: string,
  state: CellState,
  output: ChartOutput,
  sharing: Sharing,
): Promise<SharedState> {
  const least = leastOf(sharing);
  const counted = await readsWithheld(id, sharing);
  if (counted) return counted;
  const left: Record<string, readonly Json[]> = {};
  let groups = 0;
  for (const [name, rows] of Object.entries(datasetsOf(output))) {
    const people = output.people[name];
    const {
      rows: some,
      withheld,
      isUnknown,
    } = people ? rowsOfMany(rows, people, least) : await rowsLeft(name, rows, sharing);
    if (isUnknown) return withheldState(new Problem('people-unknown', { table: name }));
    if (rows.length > 0 && some.length === 0) return withheldState(groupsWithheld(withheld, least));
    left[name] = some;
    groups += withheld;
  }
  if (groups === 0) return { state, withheld: 0 };
  const spec = { ...output.chart.spec, datasets: left } as typeof output.chart.spec;
  const chart = { ...output.chart, spec };
  return { state: { ...state, output: { ...output, chart } } as CellState, withheld: groups };
}

/** Those rows of a cell's table that it still has. */
async function rowsLeft(name: string, rows: readonly Json[], sharing: Sharing) {
  const cell = name.split('.')[0]!;
  const before = sharing.session.state(cell);
  const { state } = await sharedCell(cell, sharing);
  if (state === before) return { rows, withheld: 0, isUnknown: false };
  const output = outputOf(state);
  const tables = output?.type === 'analysis' ? output.tables : [];
  const known = new Set(tables.flatMap((table) => table.rows.map((row) => JSON.stringify(row))));
  const some = rows.filter((row) => known.has(JSON.stringify(row)));
  return { rows: some, withheld: rows.length - some.length, isUnknown: false };
}

function datasetsOf({ chart }: ChartOutput): Readonly<Record<string, readonly Json[]>> {
  const { datasets } = chart.spec as { datasets?: Readonly<Record<string, readonly Json[]>> };
  return datasets ?? {};
}

function leastOf({ session }: Sharing): number {
  return session.notebook.header.smallestGroup;
}

function withheldState(problem: Problem): SharedState {
  const groups = Number(problem.args['groups'] ?? 0);
  const state: CellState = { state: 'problem', problem: problem.toJSON(), output: null };
  return { state, withheld: groups };
}
