import type { Json, JsonObject } from '../base/json';
import { Problem } from '../base/problem';
import type { AnalysisOutput, ChartOutput, Engine, Output } from '../engine/engine';
import type { Locale } from '../locale/language';
import { type Notebook, cellOf } from '../notebook/notebook';
import { type Path, lookup, parsePath } from '../notebook/path';
import { references } from '../notebook/references';
import type { CellState } from './cell-state';
import { outputValue } from './output-value';
import type { ShownValue } from './shown-value';
import { withoutSmallGroups } from './small-groups';

/** A running notebook as it is read. */
interface RunningNotebook {
  readonly notebook: Notebook;
  readonly text: string;
  readonly file: string;
  state(id: string): CellState;
  value(path: string): ShownValue;
}

/** What of a running notebook may leave the machine: groups of few users are taken out of its results. */
export interface SharedNotebook extends RunningNotebook {
  /** By cell, how many groups were taken out. */
  readonly withheld: ReadonlyMap<string, number>;
}

/** A cell as it may leave the machine, and how many groups of few users were taken out of its result. */
export interface SharedState {
  readonly state: CellState;
  readonly withheld: number;
}

/**
 * The notebook as exports see it. Findings, tables and charts are made anew from what is left of a
 * result, and say how many groups are missing.
 */
export async function sharedNotebook(
  session: RunningNotebook,
  engine: Pick<Engine, 'present'>,
  locale: Locale,
): Promise<SharedNotebook> {
  const { notebook, text, file } = session;
  const least = notebook.header.smallestGroup;
  const states = new Map<string, CellState>();
  const withheld = new Map<string, number>();
  const sharing = { session, engine, locale, known: new Map<string, SharedState>() };
  for (const { id } of notebook.cells) {
    const shared = await sharedCell(id, sharing);
    if (shared.withheld > 0) withheld.set(id, shared.withheld);
    if (shared.state !== session.state(id)) states.set(id, shared.state);
  }
  return { notebook, text, file, withheld, state, value };

  function state(id: string): CellState {
    return states.get(id) ?? session.state(id);
  }

  function value(path: string): ShownValue {
    const [id, ...rest] = parsePath(path);
    const shown = states.get(String(id));
    const before = session.value(path);
    if (!shown || 'problem' in before) return before;
    const output: Output | null = 'output' in shown ? shown.output : null;
    const found = output && foundAt(output, rest);
    if (found) return { ...before, value: found.value, reason: found.problem };
    return { problem: groupsWithheld(withheld.get(String(id)) ?? 1, least).toJSON() };
  }
}

/** One cell of it. */
export async function sharedState(
  session: Sharing['session'],
  id: string,
  engine: Sharing['engine'],
  locale: Locale,
): Promise<SharedState> {
  return sharedCell(id, { session, engine, locale, known: new Map() });
}

interface Sharing {
  readonly session: Pick<RunningNotebook, 'notebook' | 'state'>;
  readonly engine: Pick<Engine, 'present'>;
  readonly locale: Locale;
  /** The cells that were looked at: many may read one. */
  readonly known: Map<string, SharedState>;
}

async function sharedCell(id: string, sharing: Sharing): Promise<SharedState> {
  const { session, known } = sharing;
  const before = known.get(id);
  if (before) return before;
  // Cells that read one another find nothing in each other.
  const least = session.notebook.header.smallestGroup;
  known.set(id, { state: withheldState(1, least), withheld: 0 });
  const shared = await lookedAt(id, sharing);
  known.set(id, shared);
  return shared;
}

async function lookedAt(id: string, sharing: Sharing): Promise<SharedState> {
  const state = sharing.session.state(id);
  const output = 'output' in state && state.output;
  if (!output) return { state, withheld: 0 };
  if (output.type === 'analysis') return sharedAnalysis(state, output, sharing);
  if (output.type !== 'chart' && output.type !== 'metric') return { state, withheld: 0 };
  return { state: await sharedReader(id, state, output, sharing), withheld: 0 };
}

async function sharedAnalysis(
  state: CellState,
  output: AnalysisOutput,
  { session, engine, locale }: Sharing,
): Promise<SharedState> {
  const least = session.notebook.header.smallestGroup;
  const { kind, params } = output;
  const { result, groups, besides } = withoutSmallGroups(kind, output.result, least);
  if (groups === 0) return { state, withheld: 0 };
  if (result === null) return { state: withheldState(groups, least), withheld: groups };
  const shown = await engine.present(kind, params as JsonObject, result, locale);
  const args = { groups, least, besides };
  const note = { level: 'note', tone: 'neutral', code: 'groups-withheld', args } as const;
  const left: AnalysisOutput = { ...output, result, ...shown, findings: [...shown.findings, note] };
  return { state: { ...state, output: left } as CellState, withheld: groups };
}

/** A chart keeps the rows that are left in the cells it draws; a big number stays if all it reads does. */
async function sharedReader(
  id: string,
  state: CellState,
  output: Output,
  sharing: Sharing,
): Promise<CellState> {
  const { session } = sharing;
  const least = session.notebook.header.smallestGroup;
  let shown = output;
  for (const { path } of references(cellOf(session.notebook, id)!, () => []).references) {
    const [name, ...rest] = path;
    const before = session.state(String(name));
    const read = await sharedCell(String(name), sharing);
    if (read.state === before) continue;
    const left = 'output' in read.state ? read.state.output : null;
    if (shown.type === 'chart') shown = chartOfLeft(shown, String(name), left);
    const stays = shown.type === 'chart' ? isDrawn(shown) : isSameAt(rest, before, left);
    if (!stays) return withheldState(read.withheld || 1, least);
  }
  return shown === output ? state : ({ ...state, output: shown } as CellState);
}

/** The chart with those rows of cell `name` that its tables have still. */
function chartOfLeft({ chart, ...output }: ChartOutput, name: string, left: Output | null) {
  const tables = left?.type === 'analysis' ? left.tables : [];
  const rows = new Set(tables.flatMap((table) => table.rows.map((row) => JSON.stringify(row))));
  const datasets = Object.entries(datasetsOf(chart)).map(([key, all]) =>
    key.split('.')[0] === name
      ? [key, all.filter((row) => rows.has(JSON.stringify(row)))]
      : [key, all],
  );
  const spec = { ...chart.spec, datasets: Object.fromEntries(datasets) } as typeof chart.spec;
  return { ...output, chart: { ...chart, spec } };
}

function isDrawn({ chart }: ChartOutput): boolean {
  return Object.values(datasetsOf(chart)).every((rows) => rows.length > 0);
}

function datasetsOf({ spec }: ChartOutput['chart']): Readonly<Record<string, readonly Json[]>> {
  return (spec as { datasets?: Readonly<Record<string, readonly Json[]>> }).datasets ?? {};
}

function isSameAt(path: Path, before: CellState, left: Output | null): boolean {
  const was = 'output' in before && before.output ? foundAt(before.output, path) : null;
  const is = left && foundAt(left, path);
  return is !== null && JSON.stringify(is.value) === JSON.stringify(was?.value);
}

/** What stands there; null where nothing does. */
function foundAt(output: Output, path: Path): ReturnType<typeof lookup> | null {
  try {
    return lookup(outputValue(output), path);
  } catch {
    return null;
  }
}

function withheldState(groups: number, least: number): CellState {
  return { state: 'problem', problem: groupsWithheld(groups, least).toJSON(), output: null };
}

function groupsWithheld(groups: number, least: number): Problem {
  return new Problem('groups-withheld', { groups, least });
}
