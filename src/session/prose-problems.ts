import type { Json } from '../base/json';
import { Problem, type ProblemData } from '../base/problem';
import { placeAt } from '../notebook/json-source';
import type { ProseCell } from '../notebook/notebook';
import { lookup } from '../notebook/path';
import { proseParts } from '../notebook/prose-values';

/** Values in prose that name nothing in the value of their cell, each placed; a cell without a value has none yet. */
export function proseProblems(
  cell: ProseCell,
  valueOf: (id: string) => Json | undefined,
  file: string,
): readonly ProblemData[] {
  const at = { file, line: cell.bodyLine, cell: cell.id };
  return proseParts(cell.body).parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    const [id, ...path] = part.path;
    const value = valueOf(String(id));
    if (value === undefined) return [];
    try {
      lookup(value, path);
      return [];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const place = placeAt({ text: cell.body, at }, part.name.start);
      return [{ code: error.code, args: error.args, at: place }];
    }
  });
}
