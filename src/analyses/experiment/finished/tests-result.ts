import type { ProblemData } from '../../../base/problem';
import type { Decision, ExperimentResult } from '../result';

/** A table of finished tests, their comparisons corrected as one family. */
export interface TestsResult {
  readonly alpha: number;
  readonly correction: string;
  /** Comparisons that have a p: the family. */
  readonly comparisons: number;
  /** Tests by what is decided of them; `unreadable` have no result. */
  readonly decisions: Readonly<Record<Decision | 'unreadable', number>>;
  /** In the order of the table. */
  readonly tests: readonly TestResult[];
  /** What the page does not get of a long list. */
  readonly omitted?: Omitted;
}

/** Tests that are not sent to the page, and what their numbers say together with the others. */
export interface Omitted {
  readonly tests: number;
  /** Their comparisons below alpha, before and after the correction. */
  readonly plain: number;
  readonly corrected: number;
}

/** A test of the list: the experiment's result without beliefs, or why there is none. */
export type TestResult =
  | ({ readonly name: string } & ExperimentResult)
  | { readonly name: string; readonly problem: ProblemData };
