import { isObject } from '../base/json';
import { nearest } from '../base/nearest';
import { type Place, Problem } from '../base/problem';
import {
  type Block,
  type ConflictBlock,
  type FenceBlock,
  type ProseBlock,
  blocksOf,
} from './blocks';
import type { Fence } from './fences';
import type { CellInfo } from './info';
import { type JsonSource, parseJson } from './json-source';
import { type Line, withLf } from './lines';
import {
  type Cell,
  type ConflictSide,
  HEADER_ID,
  JSON_CELLS,
  type JsonCellType,
  RESULTS_ID,
} from './notebook';

/** What a reader may write behind `lift:` in a fence. */
const FENCED = [...JSON_CELLS, 'transform', 'notebook', 'results'];

/** The cells of which a file has one; it gives them no id. */
const SINGLE: ReadonlyMap<string, { readonly type: 'header' | 'results'; readonly id: string }> =
  new Map([
    ['notebook', { type: 'header', id: HEADER_ID }],
    ['results', { type: 'results', id: RESULTS_ID }],
  ]);

/** The text that is being cut into cells. */
export interface Page {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly Line[];
}

/** The exact text of the lines `[from, to)`. */
export function linesBetween({ text, lines }: Page, from: number, to: number): string {
  return text.slice(lines[from]?.start ?? text.length, lines[to]?.start ?? text.length);
}

/** The cell in the lines of `block`; where the file gives no id, it has a stem for one. */
export function readCell(block: Block, page: Page, raw: string, after: string): Cell {
  if (block.kind === 'prose') return proseCell(block, page, raw, after);
  if (block.kind === 'conflict') return conflictCell(block, page, raw, after);
  return fencedCell(block, page, raw, after);
}

function proseCell(block: ProseBlock, page: Page, raw: string, after: string): Cell {
  const { from, to, marker, open } = block;
  const at = placeOfCell(page, from, marker?.id ?? null);
  const problems = marker ? infoProblems(marker, 0, at) : [];
  if (open) problems.push(unclosed(open.fence, { ...at, line: open.from + 1 }));
  return {
    type: 'prose',
    id: marker?.id ?? 'text',
    written: marker?.id ?? null,
    attributes: marker?.attributes ?? {},
    raw,
    after,
    body: bodyText(page, marker ? from + 1 : from, to),
    line: from + 1,
    bodyLine: marker ? from + 2 : from + 1,
    open: open && closingLine(open.fence),
    problems,
  };
}

function conflictCell(block: ConflictBlock, page: Page, raw: string, after: string): Cell {
  const { oursLabel, theirsLabel, ours, theirs } = block.conflict;
  const at = placeOfCell(page, block.from, null);
  return {
    type: 'conflict',
    id: 'conflict',
    written: null,
    attributes: {},
    raw,
    after,
    body: '',
    line: block.from + 1,
    bodyLine: block.from + 1,
    open: null,
    ours: side(oursLabel, ours),
    theirs: side(theirsLabel, theirs),
    problems: [new Problem('conflict', { ours: oursLabel, theirs: theirsLabel }, at)],
  };
}

function side(label: string, lines: readonly string[]): ConflictSide {
  const names = blocksOf(lines).flatMap((block) => {
    if (block.kind === 'conflict') return [];
    const info = block.kind === 'prose' ? block.marker : block.info;
    if (info?.type === 'notebook') return [HEADER_ID];
    return info?.id ? [info.id] : [];
  });
  return { label, text: lines.join('\n'), names };
}

function fencedCell(block: FenceBlock, page: Page, raw: string, after: string): Cell {
  const { from, to, fence, info, closed } = block;
  const single = SINGLE.get(info.type);
  const id = single?.id ?? info.id;
  const at = placeOfCell(page, from, id);
  const problems = infoProblems(info, fence.indent.length + fence.mark.length, at);
  if (!closed) problems.push(unclosed(fence, at));
  const text = {
    id: id ?? info.type,
    written: single ? null : info.id,
    attributes: info.attributes,
    raw,
    after,
    body: bodyText(page, from + 1, closed ? to - 1 : to),
    line: from + 1,
    bodyLine: from + 2,
    open: closed ? null : closingLine(fence),
  };
  if (!FENCED.includes(info.type)) {
    const near = nearest(info.type, FENCED);
    const problem = new Problem('unknown-cell-type', { type: info.type, known: FENCED, near }, at);
    return { ...text, type: 'unknown', was: info.type, problems: [problem, ...problems] };
  }
  problems.push(...languageProblems(info, at));
  if (info.type === 'transform') return { ...text, type: 'transform', problems };
  const json = readJson(text.body, { ...at, line: text.bodyLine }, problems);
  return { ...text, type: single?.type ?? (info.type as JsonCellType), json, problems };
}

function placeOfCell({ file }: Page, from: number, cell: string | null): Place {
  return cell === null ? { file, line: from + 1 } : { file, line: from + 1, cell };
}

/** The lines `[from, to)` with `\n` between them, and none behind the last. */
function bodyText(page: Page, from: number, to: number): string {
  if (from >= to) return '';
  return withLf(linesBetween(page, from, to - 1) + page.lines[to - 1]!.text);
}

function closingLine({ indent, mark, inList }: Fence): string {
  return inList ? indent + mark : mark;
}

function infoProblems(info: CellInfo, offset: number, at: Place): Problem[] {
  return info.strays.map(
    ({ text, offset: inside }) =>
      new Problem('bad-attribute', { found: text }, { ...at, column: offset + inside + 1 }),
  );
}

function unclosed({ mark }: Fence, at: Place): Problem {
  return new Problem('unclosed-fence', { mark }, at);
}

function languageProblems({ type, lang }: CellInfo, at: Place): readonly Problem[] {
  const expected = type === 'transform' ? 'js' : 'json';
  return lang === expected
    ? []
    : [new Problem('wrong-language', { type, found: lang, expected }, at)];
}

/** The JSON of a cell, which has to be an object; what is wrong with it is added to `problems`. */
function readJson(body: string, at: Place, problems: Problem[]): JsonSource | null {
  try {
    const json = parseJson(body, at);
    if (isObject(json.value)) return json;
    const found = body.trim().slice(0, 30);
    problems.push(new Problem('json-not-object', { found }, { ...at, column: 1 }));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    problems.push(error);
  }
  return null;
}

/** `cell` on another line of the file, with `after` behind it. */
export function movedCell(cell: Cell, line: number, after: string): Cell {
  const lines = line - cell.line;
  if (lines === 0 && after === cell.after) return cell;
  const moved = { ...cell, after, line, bodyLine: cell.bodyLine + lines };
  if (!('json' in moved) || !moved.json) return moved;
  const at = { ...moved.json.at, line: moved.bodyLine };
  return { ...moved, json: { ...moved.json, at } };
}
