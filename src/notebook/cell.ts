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
import type { Line } from './lines';
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

/** A cell all but its `raw` and `after`; where the file gives no id, a stem for one. */
export function readCell(block: Block, lines: readonly Line[], file: string): Cell {
  if (block.kind === 'prose') return proseCell(block, lines, file);
  if (block.kind === 'conflict') return conflictCell(block, file);
  return fencedCell(block, lines, file);
}

function proseCell(block: ProseBlock, lines: readonly Line[], file: string): Cell {
  const { from, to, marker, open } = block;
  const bodyFrom = marker ? from + 1 : from;
  const at: Place = { file, line: from + 1, ...(marker?.id ? { cell: marker.id } : {}) };
  const problems = marker ? infoProblems(marker, 0, at) : [];
  if (open) problems.push(unclosed(open.fence, { ...at, line: open.from + 1 }));
  return {
    type: 'prose',
    ...blank(from, bodyFrom),
    id: marker?.id ?? 'text',
    written: marker?.id ?? null,
    body: textOf(lines, bodyFrom, to),
    attributes: marker?.attributes ?? {},
    open: open && closingLine(open.fence),
    problems,
  };
}

function conflictCell({ from, conflict }: ConflictBlock, file: string): Cell {
  const { oursLabel, theirsLabel } = conflict;
  const at = { file, line: from + 1 };
  return {
    type: 'conflict',
    ...blank(from, from),
    id: 'conflict',
    ours: side(oursLabel, conflict.ours),
    theirs: side(theirsLabel, conflict.theirs),
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

function fencedCell(block: FenceBlock, lines: readonly Line[], file: string): Cell {
  const { from, to, fence, info, closed } = block;
  const isSingle = info.type === 'notebook' || info.type === 'results';
  const single = info.type === 'notebook' ? HEADER_ID : RESULTS_ID;
  const id = isSingle ? single : info.id;
  const at: Place = { file, line: from + 1, ...(id ? { cell: id } : {}) };
  const problems = infoProblems(info, fence.indent.length + fence.mark.length, at);
  if (!closed) problems.push(unclosed(fence, at));
  const text = {
    ...blank(from, from + 1),
    id: id ?? info.type,
    written: isSingle ? null : info.id,
    body: textOf(lines, from + 1, closed ? to - 1 : to),
    attributes: info.attributes,
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
  const type = isSingle ? (info.type === 'notebook' ? 'header' : 'results') : info.type;
  return { ...text, type: type as JsonCellType | 'header' | 'results', json, problems };
}

function blank(from: number, bodyFrom: number) {
  const lines = { line: from + 1, bodyLine: bodyFrom + 1 };
  return { ...lines, raw: '', after: '', body: '', attributes: {}, written: null, open: null };
}

function textOf(lines: readonly Line[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map((line) => line.text)
    .join('\n');
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
