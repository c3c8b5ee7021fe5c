import type { ProblemData } from '../../base/problem';
import { type Language, problemLine } from '../../locale/language';
import type { Cell } from '../../notebook/notebook';
import type { CellState } from '../../session/cell-state';
import type { Diagnostic } from '../editor/diagnostic';

/** What is wrong with a cell: of its text, and what its run came to. */
export function problemsOf(cell: Cell, state: CellState): readonly ProblemData[] {
  const found: readonly ProblemData[] = cell.problems;
  if (state.state !== 'problem' || found.some(({ code }) => code === state.problem.code)) {
    return found;
  }
  return [...found, state.problem];
}

/** The problems of a cell as marks in its body; those without a place stand at its first line. */
export function cellDiagnostics(
  cell: Cell,
  state: CellState,
  language: Language,
): readonly Diagnostic[] {
  const last = Math.max(1, cell.body.split('\n').length);
  return problemsOf(cell, state).map((problem) => {
    const { line, column } = problem.at ?? {};
    const inside = (line ?? cell.bodyLine) - cell.bodyLine + 1;
    return {
      line: Math.max(1, Math.min(inside, last)),
      ...(column === undefined || inside < 1 ? {} : { column }),
      message: problemLine(problem, language),
    };
  });
}

/** The sentences that belong beside a field, by JSON path. */
export function fieldProblems(
  cell: Cell,
  state: CellState,
  language: Language,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const problem of problemsOf(cell, state)) {
    const path = problem.at?.path;
    if (path === undefined) continue;
    found.set(path, problemLine(problem, language));
  }
  return found;
}
