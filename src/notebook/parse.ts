import { isObject } from '../base/json';
import { Problem } from '../base/problem';
import { blocksOf } from './blocks';
import { type Page, linesBetween, movedCell, readCell } from './cell';
import { type Header, isVersion, readHeader } from './header';
import { withIds } from './ids';
import { placeOf } from './json-source';
import { linesOf } from './lines';
import { type Cell, FORMAT_VERSION, HEADER_ID, type HeaderCell, type Notebook } from './notebook';

const BOM = '\uFEFF';

/** What a parser may take over from the document before an edit. */
export interface Before {
  /** Names for cells that have none in the file, by their line in the new text. */
  readonly ids: ReadonlyMap<number, string>;
  /** Cells whose text may occur again: they are then the same objects, unless they moved. */
  readonly cells: readonly Cell[];
}

const NOTHING: Before = { ids: new Map(), cells: [] };

/**
 * The notebook in `text`, whatever `text` is: what cannot be read is kept, with a problem that says
 * where and why. `writeNotebook` gives back exactly `text`.
 *
 * @param file  name of the file, for the places of problems
 * @param before  what is known from the document that this one was made of
 */
export function parseNotebook(text: string, file: string, before: Before = NOTHING): Notebook {
  const bom = text.startsWith(BOM);
  const plain = bom ? text.slice(BOM.length) : text;
  const page = { file, text: plain, lines: linesOf(plain) };
  const { lead, cells: unnamed } = cutCells(page, before.cells);
  const cells = withIds(withOneOfEach(unnamed, file), before.ids, file);
  const headerCell = cells.find((cell) => cell.type === 'header');
  const header = readHeader(headerCell?.json?.value);
  return {
    file,
    bom,
    lineEnd: page.lines[0]?.end === '\r\n' ? '\r\n' : '\n',
    lead,
    header,
    cells,
    problems: [...versionProblems(headerCell, header), ...cells.flatMap((cell) => cell.problems)],
    warnings: hasHeader(cells) ? [] : [new Problem('no-header', {}, { file, line: 1 })],
    newer: header.liftbook > FORMAT_VERSION ? header.liftbook : null,
  };
}

function cutCells(
  page: Page,
  before: readonly Cell[],
): { readonly lead: string; readonly cells: readonly Cell[] } {
  const { lines } = page;
  const known = new Map<string, Cell>();
  for (const cell of before) if (cell.problems.length === 0) known.set(cell.raw, cell);
  const blocks = blocksOf(lines.map((line) => line.text));
  const cells = blocks.map((block, index) => {
    const next = blocks[index + 1]?.from ?? lines.length;
    const after = lines[block.to - 1]!.end + linesBetween(page, block.to, next);
    const raw = linesBetween(page, block.from, block.to - 1) + lines[block.to - 1]!.text;
    const old = known.get(raw);
    return old ? movedCell(old, block.from + 1, after) : readCell(block, page, raw, after);
  });
  return { lead: linesBetween(page, 0, blocks[0]?.from ?? lines.length), cells };
}

/** The first header is the header and the last snapshot the snapshot; others are kept, each with a problem. */
function withOneOfEach(cells: readonly Cell[], file: string): readonly Cell[] {
  const header = cells.find((cell) => cell.type === 'header');
  const results = cells.findLast((cell) => cell.type === 'results');
  return cells.map((cell): Cell => {
    if (
      (cell.type !== 'header' && cell.type !== 'results') ||
      cell === header ||
      cell === results
    ) {
      return cell;
    }
    const [was, kept] = cell.type === 'header' ? ['notebook', header!] : ['results', results!];
    const at = { file, line: cell.line };
    const problem = new Problem('second-of-its-kind', { type: was, line: kept.line }, at);
    const { json: _, ...rest } = cell;
    return { ...rest, type: 'unknown', was, id: was, problems: [problem] };
  });
}

function hasHeader(cells: readonly Cell[]): boolean {
  return cells.some(
    (cell) =>
      cell.type === 'header' ||
      (cell.type === 'conflict' && [...cell.ours.names, ...cell.theirs.names].includes(HEADER_ID)),
  );
}

function versionProblems(cell: HeaderCell | undefined, header: Header): readonly Problem[] {
  if (!cell?.json || !isObject(cell.json.value)) return [];
  const found = cell.json.value['liftbook'];
  const at = placeOf(cell.json, ['liftbook']);
  if (!isVersion(found)) {
    return [new Problem('bad-version', { found: JSON.stringify(found) ?? null }, at)];
  }
  if (header.liftbook <= FORMAT_VERSION) return [];
  return [new Problem('newer-version', { found, known: FORMAT_VERSION }, at)];
}
