import type { Json } from '../base/json';
import type { ProblemData } from '../base/problem';

/** A value that prose shows; `reason` says why it is null, where that is known. */
export type ShownValue =
  | { readonly value: Json; readonly stale: boolean; readonly reason: ProblemData | null }
  | { readonly problem: ProblemData };
