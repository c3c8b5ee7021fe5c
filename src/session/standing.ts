import { type Json, type JsonObject, isObject } from '../base/json';
import { Problem, type ProblemData } from '../base/problem';
import type { Graph } from '../notebook/graph';
import { type Cell, HEADER_ID, type Notebook, cellOf } from '../notebook/notebook';
import { type Path, lookup } from '../notebook/path';
import { resolveRefs } from '../notebook/resolve-refs';
import { type CellRun, type Inputs, NEVER_RUN, sameInputs } from './cell-run';
import type { RunningCell } from './computed';
import { figureCells, missingFigure } from './figure-cells';
import { outputValue } from './output-value';

/** Whether the notebook's code may run; `unread` while it is not known what it reads. */
export type CodeStanding = 'unread' | 'untrusted' | 'trusted';

/** The document as the scheduler sees it. */
export interface Plan {
  readonly notebook: Notebook;
  readonly graph: Graph;
  readonly code: CodeStanding;
}

/** Where a cell stands as far as the document and the cells it reads tell. */
export type Standing =
  /** There is nothing to compute: prose, the header. */
  | { readonly is: 'still' }
  | { readonly is: 'problem'; readonly problem: ProblemData }
  /** `by` cannot have a value. */
  | { readonly is: 'blocked'; readonly by: string }
  /** `on` has no value yet that would be up to date. */
  | { readonly is: 'waiting'; readonly on: string; readonly own: string }
  | { readonly is: 'ready'; readonly inputs: Inputs; readonly params: JsonObject };

/** The standing of every cell, those that are read before those that read them. */
export interface Standings {
  readonly of: ReadonlyMap<string, Standing>;
  /** The cells that stand otherwise than before, or whose run has changed. */
  readonly changed: ReadonlySet<string>;
}

/**
 * Where every cell stands now. A cell that stands as it did `before` keeps that object.
 *
 * @param touched  the cells whose runs have changed since `before`; null where the plan has
 */
export function standings(
  plan: Plan,
  runs: ReadonlyMap<string, CellRun>,
  before: ReadonlyMap<string, Standing>,
  touched: ReadonlySet<string> | null,
): Standings {
  const { notebook, graph } = plan;
  const wrongs = new Map(graph.problems.toReversed().map((problem) => [problem.at.cell, problem]));
  const found = new Map<string, Standing>();
  const changed = new Set(touched);
  for (const id of [...graph.cycles.flat(), ...graph.order]) {
    const old = before.get(id);
    const concerns = touched === null || graph.reads.get(id)!.some((each) => changed.has(each));
    if (old && !concerns) {
      found.set(id, old);
      continue;
    }
    const cell = cellOf(notebook, id)!;
    const wrong = cell.problems[0] ?? wrongs.get(id);
    const now = wrong
      ? ({ is: 'problem', problem: wrong.toJSON() } as const)
      : standing(cell, plan, runs, found, old);
    const stays = old !== undefined && isSame(old, now);
    found.set(id, stays ? old : now);
    if (!stays || touched === null) changed.add(id);
  }
  return { of: found, changed };
}

/** Whether the cell has the value its present inputs give. */
export function isUpToDate(standing: Standing | undefined, run: CellRun | undefined): boolean {
  return standing?.is === 'ready' && sameInputs(run?.made?.inputs, standing.inputs);
}

function standing(
  cell: Cell,
  { notebook, graph, code }: Plan,
  runs: ReadonlyMap<string, CellRun>,
  found: ReadonlyMap<string, Standing>,
  old: Standing | undefined,
): Standing {
  if (!isRunning(cell)) return { is: 'still' };
  if (notebook.newer !== null) return { is: 'blocked', by: HEADER_ID };
  if (cell.type === 'transform' && code !== 'trusted') {
    return code === 'unread' ? { is: 'still' } : untrusted(cell, notebook.file);
  }

  const reads = graph.reads.get(cell.id)!;
  const spared = figureCells(cell);
  const missing = new Set<string>();
  for (const id of reads) {
    const by = obstacle(id, found.get(id), runs.get(id));
    if (by === null) continue;
    if (!spared.has(id)) return { is: 'blocked', by };
    missing.add(id);
  }
  const own = ownInputs(cell, notebook);
  const on = reads.find((id) => !missing.has(id) && !isUpToDate(found.get(id), runs.get(id)));
  if (on !== undefined) return { is: 'waiting', on, own };
  return ready(cell, own, reads, missing, runs, old);
}

/** Cells of unknown types, and conflicts, have a problem that says so. */
function isRunning(cell: Cell): cell is RunningCell {
  return !['prose', 'header', 'results', 'unknown', 'conflict'].includes(cell.type);
}

function untrusted({ id, line }: Cell, file: string): Standing {
  return {
    is: 'problem',
    problem: new Problem('untrusted', {}, { file, line, cell: id }).toJSON(),
  };
}

/** The cell that keeps the readers of `id` from running: itself, or what blocks it. */
function obstacle(
  id: string,
  standing: Standing | undefined,
  { failure }: CellRun = NEVER_RUN,
): string | null {
  if (!standing || standing.is === 'problem') return id;
  if (standing.is === 'blocked') return standing.by;
  return standing.is === 'ready' && sameInputs(failure?.inputs, standing.inputs) ? id : null;
}

function ownInputs(cell: RunningCell, { header }: Notebook): string {
  const { timezone, weekStart, plan } = header;
  const stamp = plan?.cell === cell.id ? [plan] : [];
  const setting = [timezone, cell.type === 'source' ? null : weekStart, ...stamp];
  return `${ownText(cell)} ${JSON.stringify(setting)}`;
}

function ownText(cell: RunningCell): string {
  let text = ownTexts.get(cell);
  if (text === undefined) {
    text = JSON.stringify(cell.type === 'transform' ? cell.body : (cell.json?.value ?? null));
    ownTexts.set(cell, text);
  }
  return text;
}

const ownTexts = new WeakMap<RunningCell, string>();

function ready(
  cell: RunningCell,
  own: string,
  reads: readonly string[],
  missing: ReadonlySet<string>,
  runs: ReadonlyMap<string, CellRun>,
  old: Standing | undefined,
): Standing {
  const made = (id: string) => runs.get(id)!.made!;
  const from = Object.fromEntries(
    reads.map((id) => [id, missing.has(id) ? MISSING : made(id).version]),
  );
  if (old?.is === 'ready' && sameInputs(old.inputs, { own, from })) return old;
  if (cell.type === 'transform') return { is: 'ready', inputs: { own, from }, params: {} };
  const valueAt = ([id, ...path]: Path): Json =>
    missing.has(String(id))
      ? missingFigure(String(id))
      : lookup(outputValue(made(String(id)).output), path).value;
  try {
    const { value } = resolveRefs(cell.json!, valueAt);
    return { is: 'ready', inputs: { own, from }, params: isObject(value) ? value : {} };
  } catch (error) {
    if (error instanceof Problem) return { is: 'problem', problem: error.toJSON() };
    throw error;
  }
}

/** In the place of the version of a value that is not there: no value has this one. */
const MISSING = '';

function isSame(a: Standing, b: Standing): boolean {
  if (a === b || (a.is === 'still' && b.is === 'still')) return true;
  if (a.is === 'blocked') return b.is === 'blocked' && a.by === b.by;
  if (a.is === 'waiting') return b.is === 'waiting' && a.on === b.on && a.own === b.own;
  return a.is === 'problem' && b.is === 'problem' && JSON.stringify(a) === JSON.stringify(b);
}
