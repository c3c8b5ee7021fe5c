import { fenceAround } from './fences';
import { type Attributes, type CellInfo, formatInfo, formatMarker, parseInfo } from './info';
import { withLf } from './lines';
import type { Cell, CellType } from './notebook';

/** What of a cell is to be written anew. */
export interface CellChange {
  readonly written?: string;
  readonly attributes?: Attributes;
  readonly body?: string;
}

/** The text of `cell` with `change`, `\n` between lines. Its first line stays as it is unless that changes. */
export function cellText(cell: Cell, change: CellChange): string {
  const { written, attributes, body } = { ...cell, ...change };
  if (cell.type === 'prose') {
    return proseText({
      written: written ?? (body.trim() === '' ? cell.id : null),
      attributes,
      body,
    });
  }
  const first = firstInfo(cell);
  const isSame = written === cell.written && attributes === cell.attributes;
  const line = isSame ? first.trim() : formatInfo({ ...cellInfo(cell), id: written, attributes });
  return fencedText(line, body);
}

/** The text of a cell that is not in the notebook yet. Prose has a marker only where it was given a name, or would be blank. */
export function newCellText(
  spec: {
    readonly type: CellType;
    readonly id?: string;
    readonly attributes?: Attributes;
    readonly body: string;
  },
  id: string,
): string {
  const { type, attributes = {}, body } = spec;
  if (type === 'prose') {
    const needsMarker = body.trim() === '' || Object.keys(attributes).length > 0;
    return proseText({ written: spec.id ?? (needsMarker ? id : null), attributes, body });
  }
  const lang = type === 'transform' ? 'js' : 'json';
  return fencedText(formatInfo({ lang, type, id, attributes }), body);
}

/** A fence that grows where the body holds back-ticks. */
export function fencedText(info: string, body: string): string {
  const mark = fenceAround(body);
  return `${mark}${info}\n${body === '' ? '' : `${body}\n`}${mark}`;
}

/** Prose, with a marker where it has a name. */
export function proseText(cell: Pick<Cell, 'written' | 'attributes' | 'body'>): string {
  if (cell.written === null) return cell.body;
  const marker = formatMarker(cell.written, cell.attributes);
  return cell.body === '' ? marker : `${marker}\n${cell.body}`;
}

/** What the first line of a cell with a fence says. */
export function cellInfo(cell: Cell): CellInfo {
  return parseInfo(firstInfo(cell))!;
}

function firstInfo({ raw }: Cell): string {
  return withLf(raw)
    .split('\n')[0]!
    .replace(/^ *(?:`+|~+)/, '');
}
