import { Problem, type Place, type ProblemData } from '../base/problem';
import { placeOf } from '../notebook/json-source';
import { type Cell, type Notebook, cellOf } from '../notebook/notebook';
import { type Path, parsePath } from '../notebook/path';

/**
 * A problem of a cell with its place in the notebook as it stands now: the part of the parameters
 * it is about, else the cell's first line. A place in a data file stays what it is.
 */
export function placed(problem: ProblemData, id: string, notebook: Notebook): ProblemData {
  const cell = cellOf(notebook, id);
  const { file, ...at } = problem.at ?? {};
  if (!cell || (file !== undefined && file !== notebook.file)) {
    return { ...problem, at: { ...problem.at, cell: id } };
  }
  if (at.line !== undefined) {
    // A run of code counts the lines from the first of its cell, which may have moved since.
    const isOfCode = file === undefined && cell.type === 'transform';
    const line = isOfCode ? at.line + cell.bodyLine - 1 : at.line;
    return { ...problem, at: { ...at, line, file: notebook.file, cell: id } };
  }
  const place = placeInCell(cell, at.path, problem.code === 'unknown-key' ? 'key' : 'value');
  return { ...problem, at: { ...at, ...place, file: notebook.file, cell: id } };
}

function placeInCell(cell: Cell, path: string | undefined, part: 'key' | 'value'): Place {
  if (path === undefined || !('json' in cell) || !cell.json) return { line: cell.line };
  const { line, column } = placeOf(cell.json, readPath(path), part);
  return { path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
}

function readPath(text: string): Path {
  try {
    return parsePath(text);
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}
