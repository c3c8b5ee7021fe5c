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
  const taken = new Set([HEADER_ID, RESULTS_ID, ...cells.flatMap((cell) => cell.written ?? [])]);
  const seen = new Set<string>();
  return cells.map((cell): Cell => {
    if (cell.type === 'header' || cell.type === 'results') return cell;
    if (cell.written === null) {
      const given = ids.get(cell.line);
      const id = given !== undefined && !taken.has(given) ? given : numbered(cell.id, taken);
      taken.add(id);
      return withId(
        cell,
        id,
        needsId(cell) ? [new Problem('missing-id', { proposal: id })] : [],
        file,
      );
    }
    const problems = idProblems(cell, cells, taken);
    const id = seen.has(cell.id) ? freeIdentifier(cell.id, taken) : cell.id;
    seen.add(cell.id);
    taken.add(id);
    return withId(cell, id, problems, file);
  });
}

/** `cell` under the name `id`, as are the places of its problems. */
function withId(cell: Cell, id: string, problems: readonly Problem[], file: string): Cell {
  const placed = [
    ...problems.map((problem) => problem.within({ file, line: cell.line, cell: id })),
    ...cell.problems.map(({ code, args, at }) => new Problem(code, args, { ...at, cell: id })),
  ];
  if (!('json' in cell) || !cell.json) return { ...cell, id, problems: placed };
  const json = { ...cell.json, at: { ...cell.json.at, cell: id } };
  return { ...cell, id, json, problems: placed };
}

function numbered(stem: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; ++count) if (!taken.has(`${stem}${count}`)) return `${stem}${count}`;
}

function needsId(cell: Cell): boolean {
  if (cell.type === 'prose') return cell.bodyLine > cell.line; // it has a marker
  return (
    cell.type !== 'conflict' && cell.problems.every(({ code }) => code !== 'second-of-its-kind')
  );
}

function idProblems(
  cell: Cell,
  cells: readonly Cell[],
  taken: ReadonlySet<string>,
): readonly Problem[] {
  const args = { id: cell.id, proposal: freeIdentifier(cell.id, taken) };
  if (!isIdentifier(cell.id)) return [new Problem('bad-id', args)];
  if (isReserved(cell.id)) return [new Problem('reserved-id', args)];
  const other = cells.find((each) => each !== cell && each.written === cell.id);
  return other ? [new Problem('duplicate-id', { ...args, line: other.line })] : [];
}
