import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import { strongComponents } from './components';
import type { Cell, Notebook } from './notebook';
import { type ReadsOfCode, type Reference, type ReferenceKind, references } from './references';

/** Which cell needs which. */
export interface Graph {
  /** By cell id: the cells whose value it needs, in the order it names them, each once. */
  readonly reads: ReadonlyMap<string, readonly string[]>;
  /** By cell id: the cells that need its value, in file order. */
  readonly readBy: ReadonlyMap<string, readonly string[]>;
  /** Every cell that is in no cycle, each behind those it needs, else in file order. */
  readonly order: readonly string[];
  /** Cells that wait for each other; a cell that reads itself is one such. */
  readonly cycles: readonly (readonly string[])[];
  /** References that lead nowhere, to a cell of the wrong type, or in a circle; each located in the cell that has it. */
  readonly problems: readonly Problem[];
}

/** The types a cell has to have to be named so. A layout, a note or a plan may name a cell without needing its value. */
const TARGETS: Readonly<Record<ReferenceKind, readonly string[] | null>> = {
  source: ['source', 'transform'],
  units: ['source', 'transform'],
  costs: ['source', 'transform'],
  aliases: ['source', 'transform'],
  population: ['segment'],
  segment: ['segment'],
  ref: ['source', 'input', 'definitions', 'transform', 'analysis', 'segment', 'metric'],
  value: ['source', 'input', 'definitions', 'transform', 'analysis', 'segment', 'metric'],
  code: ['source', 'input', 'definitions', 'transform', 'analysis', 'segment', 'metric'],
  table: ['source', 'transform', 'analysis'],
  plan: ['analysis'],
  layout: null,
  note: null,
};

const MENTIONS: readonly ReferenceKind[] = ['plan', 'layout', 'note'];

/** The graph of a notebook's cells: names only, no values. */
export function graphOf(notebook: Notebook, readsOfCode: ReadsOfCode): Graph {
  const names = cellNames(notebook.cells);
  const reads = new Map<string, readonly string[]>();
  const edges: Edge[] = [];
  const problems: Problem[] = [];
  for (const cell of notebook.cells) {
    const found = references(cell, readsOfCode);
    problems.push(...found.problems);
    const own: Edge[] = [];
    for (const reference of found.references) {
      const target = names.get(reference.name);
      // Where no segment is called so it is a column.
      if (reference.by === 'segment' && target?.type !== 'segment') continue;
      const problem = targetProblem(reference, target, names);
      if (problem) problems.push(problem);
      else if (!MENTIONS.includes(reference.by))
        own.push({ from: cell.id, to: target!.id, reference });
    }
    edges.push(...own);
    reads.set(cell.id, [...new Set(own.map((edge) => edge.to))]);
  }
  const components = strongComponents(reads);
  const isCycle = ([first, ...others]: readonly string[]): boolean =>
    others.length > 0 || reads.get(first!)!.includes(first!);
  const cycles = components.filter(isCycle);
  problems.push(...cycles.flatMap((cycle) => cycleProblems(cycle, reads, edges)));
  return {
    reads,
    readBy: reversed(reads),
    order: components.filter((component) => !isCycle(component)).flat(),
    cycles,
    problems: problems.map((problem) => problem.within({ file: notebook.file })),
  };
}

/** Whether two graphs say the same, of the same cells in the same order. */
export function isSameGraph(a: Graph, b: Graph): boolean {
  return (
    JSON.stringify([...a.reads]) === JSON.stringify([...b.reads]) &&
    JSON.stringify(a.problems) === JSON.stringify(b.problems)
  );
}

/** The cells that need `id`, directly or through others, in an order in which they can run; cells in cycles are left out. */
export function dependants({ readBy, order }: Graph, id: string): readonly string[] {
  const found = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const reader of readBy.get(next) ?? []) {
      if (found.has(reader)) continue;
      found.add(reader);
      waiting.push(reader);
    }
  }
  return order.filter((reader) => found.has(reader) && reader !== id);
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly reference: Reference;
}

/** The cells by the names that others may use: those in the file. A conflict answers to the names inside it. */
function cellNames(cells: readonly Cell[]): ReadonlyMap<string, Cell> {
  const names = new Map<string, Cell>();
  for (const cell of cells) if (cell.written === cell.id) names.set(cell.id, cell);
  for (const cell of cells) {
    if (cell.type !== 'conflict') continue;
    for (const name of [...cell.ours.names, ...cell.theirs.names]) {
      if (!names.has(name)) names.set(name, cell);
    }
  }
  return names;
}

function targetProblem(
  { name, by, at }: Reference,
  target: Cell | undefined,
  names: ReadonlyMap<string, Cell>,
): Problem | null {
  const expected = TARGETS[by];
  const fits = ({ type }: Cell): boolean =>
    expected === null || [...expected, 'unknown', 'conflict'].includes(type);
  if (target && fits(target)) return null;
  if (target) return new Problem('wrong-cell-type', { name, found: target.type, expected }, at);
  const known = [...names].filter(([, cell]) => fits(cell)).map(([known]) => known);
  const near = nearest(name, known) ?? nearest(name, [...names.keys()]);
  return new Problem('no-such-cell', { name, known, near }, at);
}

function reversed(reads: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  const readBy = new Map<string, string[]>([...reads.keys()].map((id) => [id, []]));
  for (const [id, read] of reads) for (const name of read) readBy.get(name)!.push(id);
  return readBy;
}

/** For each member of a cycle the shortest way back to itself, placed where the member names the next one. */
function cycleProblems(
  cycle: readonly string[],
  reads: ReadonlyMap<string, readonly string[]>,
  edges: readonly Edge[],
): readonly Problem[] {
  return cycle.map((id) => {
    const way = shortestCircle(id, cycle, reads);
    const edge = edges.find(({ from, to }) => from === id && to === way[1])!;
    return new Problem(
      'cycle',
      { path: way.join(' → '), cells: way.slice(0, -1) },
      edge.reference.at,
    );
  });
}

function shortestCircle(
  id: string,
  cycle: readonly string[],
  reads: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const ways: (readonly string[])[] = [[id]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of reads.get(way.at(-1)!)!) {
      if (next === id) return [...way, id];
      if (!cycle.includes(next) || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [id, id];
}
