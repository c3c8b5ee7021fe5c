import { isObject } from '../base/json';
import type { Problem } from '../base/problem';
import type { Header } from './header';
import type { Attributes } from './info';
import type { JsonSource } from './json-source';

/** The newest version of the file format that this code reads and writes. */
export const FORMAT_VERSION = 1;

/** The types of cells whose body is one JSON object. */
export const JSON_CELLS = [
  'source',
  'input',
  'definitions',
  'analysis',
  'segment',
  'chart',
  'metric',
  'layout',
  'note',
] as const;

export type JsonCellType = (typeof JSON_CELLS)[number];

/** The types of cells a reader can name, and make. */
export type CellType = JsonCellType | 'transform' | 'prose';

/**
 * A notebook as it stands in its file. It is immutable; `edit.ts` makes new ones. Lead, and `raw`
 * and `after` of every cell, joined, are the file's text behind its byte order mark.
 */
export interface Notebook {
  readonly file: string;
  readonly bom: boolean;
  /** What ends the lines of edited cells: what ends the first line of the file. */
  readonly lineEnd: '\n' | '\r\n';
  /** Blank lines before the first cell. */
  readonly lead: string;
  /** What the header says, with its defaults. */
  readonly header: Header;
  /** Everything in the file in order, header and snapshot included. Ids are unique. */
  readonly cells: readonly Cell[];
  /** Those of the text itself, located, in file order; each but one of the version also stands in its cell. */
  readonly problems: readonly Problem[];
  /** What is odd but keeps nothing from running. */
  readonly warnings: readonly Problem[];
  /** The version the file says it has where that is newer than ours; it can then be read only. */
  readonly newer: number | null;
}

export type Cell =
  ProseCell | ParamsCell | TransformCell | UnknownCell | ConflictCell | HeaderCell | ResultsCell;

interface CellText {
  /** The name other cells use. In memory only where the file gives none: `text1`, `conflict1`, `lift:notebook`. */
  readonly id: string;
  /** The exact text, without the line end behind it. */
  readonly raw: string;
  /** The line end behind it and the blank lines up to the next cell. */
  readonly after: string;
  /** The file's line on which it starts, from 1. */
  readonly line: number;
  /** The file's line on which its body starts. */
  readonly bodyLine: number;
  /** What stands between its fence's lines, or behind its marker; lines end with `\n`. */
  readonly body: string;
  readonly attributes: Attributes;
  /** The id as the file gives it, which another cell may have too; null where it gives none. */
  readonly written: string | null;
  /** The line that would close the code fence it leaves open, or null. */
  readonly open: string | null;
  readonly problems: readonly Problem[];
}

export interface ProseCell extends CellText {
  readonly type: 'prose';
}

/** What the body of a JSON cell was read to; null where it could not be, which is then a problem of the cell. */
interface JsonText extends CellText {
  readonly json: JsonSource | null;
}

export interface ParamsCell extends JsonText {
  readonly type: JsonCellType;
}

/** JavaScript; its value is that of its last expression. */
export interface TransformCell extends CellText {
  readonly type: 'transform';
}

/** A cell of a type that this version does not know. It is kept as it is. */
export interface UnknownCell extends CellText {
  readonly type: 'unknown';
  readonly was: string;
}

/** A part of the file that two people changed differently. Its sides are text of a notebook. */
export interface ConflictCell extends CellText {
  readonly type: 'conflict';
  readonly ours: ConflictSide;
  readonly theirs: ConflictSide;
}

export interface ConflictSide {
  /** What git calls it; may be empty. */
  readonly label: string;
  readonly text: string;
  /** Ids of the cells it would make. */
  readonly names: readonly string[];
}

export interface HeaderCell extends JsonText {
  readonly type: 'header';
}

export interface ResultsCell extends JsonText {
  readonly type: 'results';
}

export const HEADER_ID = 'lift:notebook';
export const RESULTS_ID = 'lift:results';

/** Which analysis a cell is; null for another cell, and where it does not say. */
export function analysisKind(cell: Cell | undefined): string | null {
  if (cell?.type !== 'analysis' || !isObject(cell.json?.value)) return null;
  const { kind } = cell.json.value;
  return typeof kind === 'string' ? kind : null;
}

/** The cell with that id; undefined where there is none. */
export function cellOf(notebook: Notebook, id: string): Cell | undefined {
  let cells = cellsById.get(notebook);
  if (!cells)
    cellsById.set(notebook, (cells = new Map(notebook.cells.map((cell) => [cell.id, cell]))));
  return cells.get(id);
}

/** Notebooks never change, so each is indexed once. */
const cellsById = new WeakMap<Notebook, ReadonlyMap<string, Cell>>();

/**
 * The cell with that id, which has to be there.
 *
 * @throws {RangeError} where there is none: a bug in the caller
 */
export function cellAt(notebook: Notebook, id: string): Cell {
  const cell = cellOf(notebook, id);
  if (!cell) throw new RangeError(`no cell ${id}`);
  return cell;
}
