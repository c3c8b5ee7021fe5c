import type { Json } from '../base/json';
import { Problem, type ProblemData } from '../base/problem';
import { placeAt } from '../notebook/json-source';
import type { ProseCell } from '../notebook/notebook';
import { type Path, lookup } from '../notebook/path';
import { proseParts } from '../notebook/prose-values';
import { notOneValue } from '../notebook/not-one-value';

/** Values in prose that name nothing, or more than one value, in the value of their cell, each placed; a cell without a value has none yet. */
export function proseProblems(
  cell: ProseCell,
  valueOf: (id: string) => Json | undefined,
  file: string,
): readonly ProblemData[] {
  const at = { file, line: cell.bodyLine, cell: cell.id };
  return proseParts(cell.body).parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    const value = valueOf(String(part.path[0]));
    if (value === undefined) return [];
    const problem = problemOf(value, part.path);
    if (problem === null) return [];
    const place = placeAt({ text: cell.body, at }, part.name.start);
    return [{ code: problem.code, args: problem.args, at: place }];
  });
}

function problemOf(value: Json, path: Path): Problem | null {
  try {
    return notOneValue(lookup(value, path.slice(1)).value, path);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
