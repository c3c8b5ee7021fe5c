import { isObject } from '../base/json';
import { Problem } from '../base/problem';
import { blocksOf } from './blocks';
import { readCell } from './cell';
import { type Header, isVersion, readHeader } from './header';
import { withIds } from './ids';
import { placeOf } from './json-source';
import { type Line, linesOf } from './lines';
import { type Cell, FORMAT_VERSION, HEADER_ID, type HeaderCell, type Notebook } from './notebook';

const BOM = '\uFEFF';

/**
 * The notebook in `text`, whatever `text` is: what cannot be read is kept, with a problem that says
 * where and why. `writeNotebook` gives back exactly `text`.
 *
 * @param file  name of the file, for the places of problems
 * @param ids   names for cells that have none in the file, by their line
 */
export function parseNotebook(
  text: string,
  file: string,
  ids: ReadonlyMap<number, string> = new Map(),
): Notebook {
  const bom = text.startsWith(BOM);
  const lines = linesOf(bom ? text.slice(BOM.length) : text);
  const { lead, cells: unnamed } = cutCells(lines, file);
  const cells = withIds(withOneOfEach(unnamed, file), ids, file);
  const headerCell = cells.find((cell) => cell.type === 'header');
  const header = readHeader(headerCell?.json?.value);
  return {
    file,
    bom,
    lineEnd: lines[0]?.end === '\r\n' ? '\r\n' : '\n',
    lead,
    header,
    cells,
    problems: [...versionProblems(headerCell, header), ...cells.flatMap((cell) => cell.problems)],
    warnings: hasHeader(cells) ? [] : [new Problem('no-header', {}, { file, line: 1 })],
    newer: header.liftbook > FORMAT_VERSION ? header.liftbook : null,
  };
}

function cutCells(
  lines: readonly Line[],
  file: string,
): { readonly lead: string; readonly cells: readonly Cell[] } {
  const blocks = blocksOf(lines.map((line) => line.text));
  const text = (from: number, to: number): string =>
    lines
      .slice(from, to)
      .map((line) => line.text + line.end)
      .join('');
  const cells = blocks.map((block, index) => {
    const last = lines[block.to - 1]!;
    const raw = text(block.from, block.to - 1) + last.text;
    const after = last.end + text(block.to, blocks[index + 1]?.from ?? lines.length);
    return { ...readCell(block, lines, file), raw, after };
  });
  return { lead: text(0, blocks[0]?.from ?? lines.length), cells };
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
