import { type Json, type JsonObject, isObject } from '../base/json';
import { Problem } from '../base/problem';
import { type Placed, arranged, cellsFrom, placedCells, replaced } from './arrange';
import { cellText, newCellText } from './cell-text';
import { type Keep, partlyResolved } from './conflict-parts';
import { HEADER_KEYS } from './header';
import { freeIdentifier } from './identifier';
import type { Attributes } from './info';
import { formatJson } from './json-format';
import { type KeyOrder, mergedTree } from './json-merge';
import { jsonTree } from './json-node';
import { withLf } from './lines';
import { nameProblem, takenNames } from './names';
import {
  type Cell,
  type CellType,
  FORMAT_VERSION,
  HEADER_ID,
  type Notebook,
  cellAt,
} from './notebook';
import { formatCell } from './write';

/** A cell to be made. */
export interface CellSpec {
  readonly type: CellType;
  /** Absent: a free name after its type; prose then has none in the file unless it needs one. */
  readonly id?: string;
  readonly attributes?: Attributes;
  readonly body?: string;
  /** Parameters, written in canonical form; in place of `body`. */
  readonly json?: JsonObject;
}

/**
 * `notebook` with a new cell in front of the cell at `index`, or at the end but before the snapshot.
 *
 * @throws {Problem} `bad-id`, `reserved-id` or `name-taken` for the id in `spec`; `newer-version`
 */
export function insertCell(notebook: Notebook, index: number, spec: CellSpec): Notebook {
  refuseNewer(notebook);
  const problem = spec.id === undefined ? null : nameProblem(spec.id, takenNames(notebook));
  if (problem) throw problem;
  const id = spec.id ?? freshId(notebook, spec.type === 'prose' ? 'text1' : spec.type);
  const body = spec.json ? formatJson(jsonTree(spec.json)) : withLf(spec.body ?? '');
  const cells = cellsFrom(newCellText({ ...spec, body }, id), id, notebook);
  const placed = placedCells(notebook);
  const behind = notebook.cells.at(-1)?.type === 'results' ? 1 : 0;
  const made = cells.map((cell): Placed => ({ cell, was: null }));
  placed.splice(Math.max(0, Math.min(index, placed.length - behind)), 0, ...made);
  return arranged(notebook, placed);
}

/** @throws {Problem} `newer-version` */
export function removeCells(notebook: Notebook, ids: ReadonlySet<string>): Notebook {
  refuseNewer(notebook);
  for (const id of ids) cellAt(notebook, id);
  return arranged(
    notebook,
    placedCells(notebook).filter(({ cell }) => !ids.has(cell.id)),
  );
}

/**
 * The cell `id` moved to where `index` cells stand before it.
 *
 * @throws {Problem} `newer-version`
 */
export function moveCell(notebook: Notebook, id: string, index: number): Notebook {
  refuseNewer(notebook);
  cellAt(notebook, id);
  const placed = placedCells(notebook);
  const moved = placed.filter(({ cell }) => cell.id === id);
  const others = placed.filter(({ cell }) => cell.id !== id);
  const to = Math.max(0, Math.min(index, others.length));
  return arranged(notebook, [...others.slice(0, to), ...moved, ...others.slice(to)]);
}

/**
 * The cell's text replaced by `text` as it was typed. Prose may become several cells, or none that
 * can be seen: it then keeps its place by a marker.
 *
 * @throws {Problem} `newer-version`
 */
export function setBody(notebook: Notebook, id: string, text: string): Notebook {
  refuseNewer(notebook);
  const cell = cellAt(notebook, id);
  const body = withLf(text);
  return body === cell.body ? notebook : replaced(notebook, id, cellText(cell, { body }));
}

/**
 * The cell's JSON replaced by `params`, in canonical form. Keys stand where they stood; new ones
 * where `keyOrder` puts them. Unchanged parameters change no byte.
 *
 * @throws {Problem} `newer-version`
 */
export function setJson(
  notebook: Notebook,
  id: string,
  params: JsonObject,
  keyOrder: KeyOrder = () => [],
): Notebook {
  refuseNewer(notebook);
  const cell = cellAt(notebook, id);
  if (!('json' in cell)) throw new RangeError(`${id} holds no JSON`);
  const body = formatJson(mergedTree(params, cell.json?.root, keyOrder));
  if (cell.json && formatJson(cell.json.root) === body) return notebook;
  return replaced(notebook, id, cellText(cell, { body }));
}

/** @throws {Problem} `newer-version` */
export function setAttributes(notebook: Notebook, id: string, attributes: Attributes): Notebook {
  refuseNewer(notebook);
  const cell = cellAt(notebook, id);
  const named = cell.type === 'prose' ? { written: cell.written ?? id } : {};
  return replaced(notebook, id, cellText(cell, { attributes, ...named }));
}

/**
 * The header with the keys of `patch` set, or taken out where they are undefined. A notebook
 * without a header gets one.
 *
 * @throws {Problem} `newer-version`, or what is wrong with the header's JSON
 */
export function setHeader(
  notebook: Notebook,
  patch: { readonly [key: string]: Json | undefined },
): Notebook {
  refuseNewer(notebook);
  const header = notebook.cells.find((cell) => cell.type === 'header');
  if (header && !header.json) throw header.problems[0]!;
  const old = header?.json && isObject(header.json.value) ? header.json.value : { liftbook: 1 };
  const entries = Object.entries({ ...old, ...patch }).filter(([, value]) => value !== undefined);
  const params = Object.fromEntries(entries) as JsonObject;
  const keyOrder: KeyOrder = (path) => (path === '' ? HEADER_KEYS : []);
  if (header) return setJson(notebook, HEADER_ID, params, keyOrder);
  const body = formatJson(mergedTree(params, jsonTree(old), keyOrder));
  const [cell] = cellsFrom(`\`\`\`json lift:notebook\n${body}\n\`\`\``, HEADER_ID, notebook);
  return arranged(notebook, [{ cell: cell!, was: null }, ...placedCells(notebook)]);
}

/** The cell in its canonical form. */
export function setCanonical(notebook: Notebook, id: string): Notebook {
  refuseNewer(notebook);
  const cell = cellAt(notebook, id);
  const text = formatCell(cell);
  return text === withLf(cell.raw) ? notebook : replaced(notebook, id, text);
}

/**
 * The conflict `id` replaced by one of its sides, or by both, ours first. With `part` only that one
 * of its `conflictParts` is decided, and each of the others becomes a conflict of its own.
 *
 * @throws {Problem} `newer-version`
 */
export function resolveConflict(
  notebook: Notebook,
  id: string,
  keep: Keep,
  part: number | null = null,
): Notebook {
  refuseNewer(notebook);
  const cell: Cell = cellAt(notebook, id);
  if (cell.type !== 'conflict') throw new RangeError(`${id} is no conflict`);
  if (part !== null) return replaced(notebook, id, partlyResolved(cell, part, keep));
  const { ours, theirs } = cell;
  const text = keep === 'both' ? `${ours.text}\n\n${theirs.text}` : cell[keep].text;
  return replaced(notebook, id, text);
}

/** A name for a new cell: `base`, or with a number behind it. */
export function freshId(notebook: Notebook, base: string): string {
  return freeIdentifier(base, takenNames(notebook));
}

/** @throws {Problem} `newer-version` where the notebook can be read only */
export function refuseNewer(notebook: Notebook): void {
  const problem = newerVersion(notebook);
  if (problem) throw problem;
}

/** What is said of an edit where the notebook is of a newer format: `newer-version`; null where it is not. */
export function newerVersion({ newer, file }: Pick<Notebook, 'newer' | 'file'>): Problem | null {
  if (newer === null) return null;
  return new Problem('newer-version', { found: newer, known: FORMAT_VERSION }, { file });
}
