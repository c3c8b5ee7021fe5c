import { type Place, Problem } from '../base/problem';
import { type JsonNode, type Span, memberOf } from './json-node';
import { type JsonSource, placeAt } from './json-source';
import type { Cell, JsonCellType } from './notebook';
import { type Path, formatPath, parsePath } from './path';
import { proseParts } from './prose-values';

/** How a cell is named: by a parameter of that name, as what divides users (`segment`: a column, where no segment is called so), or by `{ "$ref" }`, a chart's `data.name`, `{{ }}`, a layout, a note, the plan, code. */
export type ReferenceKind =
  | (typeof NAMING_KEYS)[number]
  | 'segment'
  | 'ref'
  | 'table'
  | 'value'
  | 'layout'
  | 'note'
  | 'plan'
  | 'code';

/** A place in the body of a cell, `[start, end)`, that names another cell. */
export interface Reference extends Span {
  readonly name: string;
  /** The way to the value that is meant; starts with the name. */
  readonly path: Path;
  readonly by: ReferenceKind;
  readonly at: Place;
  /** In code: `{ name }`, which has to become `{ name: other }` when the cell is renamed. */
  readonly shorthand: boolean;
}

/** A name that a piece of code reads and does not define, `[start, end)` of the code. */
export interface CodeRead extends Span {
  readonly name: string;
  readonly shorthand: boolean;
}

/**
 * The names that code reads from outside, JavaScript's own left out.
 *
 * @throws {Problem} where the code cannot be read, with its line and column from 1
 */
export type ReadsOfCode = (code: string) => readonly CodeRead[];

export interface References {
  /** In the order of the body. */
  readonly references: readonly Reference[];
  /** References that cannot be read. */
  readonly problems: readonly Problem[];
}

/** The parameters whose text is the name of a cell. */
const NAMING_KEYS = ['source', 'units', 'costs', 'aliases', 'population'] as const;

/** The parameters whose texts are columns, or segments where a cell is one. */
const DIVIDING_KEYS = ['breakdown', 'segments'] as const;

/** A data object of Vega-Lite with one of these holds its rows itself. */
const OWN_DATA = ['values', 'url', 'sequence', 'graticule', 'sphere'];

/** The cells that `cell` names. A code cell names what `readsOfCode` finds in it. */
export function references(cell: Cell, readsOfCode: ReadsOfCode): References {
  let known = knownReferences.get(readsOfCode);
  if (!known) knownReferences.set(readsOfCode, (known = new WeakMap()));
  let found = known.get(cell);
  if (!found) known.set(cell, (found = referencesIn(cell, readsOfCode)));
  return found;
}

/** Cells never change: those that an edit left alone need not be read again. */
const knownReferences = new WeakMap<ReadsOfCode, WeakMap<Cell, References>>();

function referencesIn(cell: Cell, readsOfCode: ReadsOfCode): References {
  if (cell.type === 'prose') return proseReferences(cell.body, bodyPlace(cell));
  if (cell.type === 'transform') return codeReferences(cell.body, bodyPlace(cell), readsOfCode);
  if (!('json' in cell) || !cell.json || cell.type === 'results') return NONE;
  return jsonReferences(cell.json, cell.type);
}

const NONE: References = { references: [], problems: [] };

function bodyPlace({ id, bodyLine }: Cell): Place {
  return { line: bodyLine, cell: id };
}

function proseReferences(body: string, at: Place): References {
  const { parts, problems } = proseParts(body, at);
  const references = parts.flatMap((part): Reference[] => {
    if (part.kind === 'text') return [];
    const place = placeAt({ text: body, at }, part.name.start);
    const name = String(part.path[0]);
    return [{ ...part.name, name, path: part.path, by: 'value', at: place, shorthand: false }];
  });
  return { references, problems };
}

function codeReferences(body: string, at: Place, readsOfCode: ReadsOfCode): References {
  try {
    const references = readsOfCode(body).map((read): Reference => {
      const place = placeAt({ text: body, at }, read.start);
      return { ...read, path: [read.name], by: 'code', at: place };
    });
    return { references, problems: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const line = (at.line ?? 1) + (error.at.line ?? 1) - 1;
    const problem = new Problem(error.code, error.args, { ...at, ...error.at, line });
    return { references: [], problems: [problem] };
  }
}

function jsonReferences(json: JsonSource, type: JsonCellType | 'header'): References {
  const references: Reference[] = [];
  const problems: Problem[] = [];
  const add = (by: ReferenceKind, text: unknown, span: Span, path: Path): void => {
    const at = { ...placeAt(json, span.start), path: formatPath(path) };
    try {
      if (typeof text !== 'string') return;
      const target = by === 'ref' || by === 'table' ? parsePath(text) : [text];
      const { start, end } = span;
      references.push({
        start,
        end,
        name: String(target[0]),
        path: target,
        by,
        at,
        shorthand: false,
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(new Problem(error.code, error.args, at));
    }
  };
  addNamed(json.root, type, add);
  addInside(json, json.root, [], type === 'chart', add, problems);
  references.sort((a, b) => a.start - b.start);
  return { references, problems };
}

type Add = (by: ReferenceKind, text: unknown, span: Span, path: Path) => void;

/** What is named by the key under which it stands. */
function addNamed(root: JsonNode, type: JsonCellType | 'header', add: Add): void {
  const addMember = (node: JsonNode | undefined, by: ReferenceKind, path: Path): void => {
    const value = node && memberOf(node, String(path.at(-1)))?.value;
    if (value?.kind === 'scalar') add(by, value.value, value, path);
  };
  if (type === 'header') addMember(memberOf(root, 'plan')?.value, 'plan', ['plan', 'cell']);
  else if (type === 'note') addMember(root, 'note', ['cell']);
  else if (type === 'layout') {
    const cells = memberOf(root, 'cells')?.value;
    if (cells?.kind !== 'object') return;
    for (const { key, keySpan } of cells.members) add('layout', key, keySpan, ['cells', key]);
  } else if (type !== 'chart') for (const key of NAMING_KEYS) addMember(root, key, [key]);
  if (type !== 'analysis') return;
  for (const key of DIVIDING_KEYS) {
    const value = memberOf(root, key)?.value;
    if (value?.kind === 'scalar') add('segment', value.value, value, [key]);
    if (value?.kind !== 'array') continue;
    value.items.forEach((item, i) => {
      if (item.kind === 'scalar') add('segment', item.value, item, [key, i]);
    });
  }
}

/** `{ "$ref": path }` anywhere, and in a chart every `data.name` whose rows do not stand in the chart itself. */
function addInside(
  json: JsonSource,
  node: JsonNode,
  path: Path,
  inChart: boolean,
  add: Add,
  problems: Problem[],
): void {
  if (node.kind === 'scalar') return;
  if (node.kind === 'array') {
    node.items.forEach((item, index) =>
      addInside(json, item, [...path, index], inChart, add, problems),
    );
    return;
  }
  const ref = memberOf(node, '$ref')?.value;
  if (ref) {
    if (node.members.length === 1 && ref.kind === 'scalar' && typeof ref.value === 'string') {
      add('ref', ref.value, ref, path);
    } else {
      const at = { ...placeAt(json, node.start), path: formatPath(path) };
      const found = json.text.slice(node.start, Math.min(node.end, node.start + 40));
      problems.push(new Problem('bad-ref', { found }, at));
    }
    return;
  }
  for (const { key, value } of node.members) {
    if (inChart && ['values', 'datasets', 'usermeta'].includes(key)) continue;
    if (inChart && key === 'data') addTable(json, value, [...path, 'data', 'name'], add);
    addInside(json, value, [...path, key], inChart, add, problems);
  }
}

function addTable(json: JsonSource, data: JsonNode, path: Path, add: Add): void {
  const name = memberOf(data, 'name')?.value;
  if (name?.kind !== 'scalar' || OWN_DATA.some((key) => memberOf(data, key))) return;
  const own = memberOf(json.root, 'datasets')?.value;
  if (own && memberOf(own, String(name.value))) return;
  add('table', name.value, name, path);
}
