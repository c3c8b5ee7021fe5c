import type { Json } from '../base/json';
import { Problem, type ProblemData } from '../base/problem';
import type { Output } from '../engine/engine';
import { type Path, lookup } from '../notebook/path';
import { outputValue } from './output-value';

/** A value that prose shows; `reason` says why it is null, where that is known. */
export type ShownValue =
  | { readonly value: Json; readonly stale: boolean; readonly reason: ProblemData | null }
  | { readonly problem: ProblemData };

/** What of a cell's output stands at `path`, which begins with the name of the cell. */
export function shownValue(output: Output, path: Path, stale: boolean): ShownValue {
  try {
    const { value, problem } = lookup(outputValue(output), path.slice(1));
    return { value, stale, reason: problem };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.toJSON() };
    throw error;
  }
}
