import type { Json } from '../base/json';
import { Problem, type ProblemData } from '../base/problem';
import { placeAt } from '../notebook/json-source';
import type { ProseCell } from '../notebook/notebook';
import { proseParts } from '../notebook/prose-values';
import { singleValue } from '../notebook/single-value';

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
    try {
      singleValue(value, part.path);
      return [];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const place = placeAt({ text: cell.body, at }, part.name.start);
      return [{ code: error.code, args: error.args, at: place }];
    }
  });
}
