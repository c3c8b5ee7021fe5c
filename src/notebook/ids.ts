import { Problem } from '../base/problem';
import { freeIdentifier, isIdentifier, isReserved } from './identifier';
import { type Cell, HEADER_ID, RESULTS_ID } from './notebook';

/**
 * The cells with ids that are unique: `text1`, `text2` … for prose without a marker (or the name in
 * `ids` by its line), and a problem for each id that is missing, no identifier, reserved or taken.
 */
export function withIds(
  cells: readonly Cell[],
  ids: ReadonlyMap<number, string>,
  file: string,
): readonly Cell[] {
  const holders = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.written === null) continue;
    const others = holders.get(cell.written);
    if (others) others.push(cell);
    else holders.set(cell.written, [cell]);
  }
  const taken = new Set([HEADER_ID, RESULTS_ID, ...holders.keys()]);
  const counts = new Map<string, number>();
  const tried = new Map<string, number>();
  return cells.map((cell): Cell => {
    if (cell.type === 'header' || cell.type === 'results') return cell;
    if (cell.written === null) {
      const given = ids.get(cell.line);
      const id =
        given !== undefined && !taken.has(given) ? given : numbered(stemOf(cell), counts, taken);
      taken.add(id);
      const missing = needsId(cell) ? [new Problem('missing-id', { proposal: id })] : [];
      return withId(cell, id, missing, file);
    }
    const [first, second] = holders.get(cell.written)!;
    const problems = idProblems(cell, (cell === first ? second : first) ?? null, taken, tried);
    const id = cell === first ? cell.id : freeIdentifier(cell.id, taken, tried);
    taken.add(id);
    return withId(cell, id, problems, file);
  });
}

/** What the number of a name in memory is put behind. Prose may come from the document before, with the name it had there. */
function stemOf(cell: Cell): string {
  return cell.type === 'prose' ? 'text' : cell.id;
}

/** `cell` under the name `id`, as are the places of its problems. */
function withId(cell: Cell, id: string, problems: readonly Problem[], file: string): Cell {
  if (cell.id === id && problems.length === 0 && cell.problems.length === 0) return cell;
  const placed = [
    ...problems.map((problem) => problem.within({ file, line: cell.line, cell: id })),
    ...cell.problems.map(({ code, args, at }) => new Problem(code, args, { ...at, cell: id })),
  ];
  if (!('json' in cell) || !cell.json) return { ...cell, id, problems: placed };
  const json = { ...cell.json, at: { ...cell.json.at, cell: id } };
  return { ...cell, id, json, problems: placed };
}

/** `stem` with the next number that is free; `counts` remembers how far each stem got. */
function numbered(stem: string, counts: Map<string, number>, taken: ReadonlySet<string>): string {
  for (let count = (counts.get(stem) ?? 0) + 1; ; ++count) {
    if (taken.has(`${stem}${count}`)) continue;
    counts.set(stem, count);
    return `${stem}${count}`;
  }
}

function needsId(cell: Cell): boolean {
  if (cell.type === 'prose') return cell.bodyLine > cell.line; // it has a marker
  return (
    cell.type !== 'conflict' && cell.problems.every(({ code }) => code !== 'second-of-its-kind')
  );
}

function idProblems(
  { id }: Cell,
  other: Cell | null,
  taken: ReadonlySet<string>,
  tried: Map<string, number>,
): readonly Problem[] {
  const isName = isIdentifier(id);
  if (isName && !isReserved(id) && other === null) return [];
  const args = { id, proposal: freeIdentifier(id, taken, tried) };
  if (!isName) return [new Problem('bad-id', args)];
  if (isReserved(id)) return [new Problem('reserved-id', args)];
  return [new Problem('duplicate-id', { ...args, line: other!.line })];
}
