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
}

/** A test of the list: the experiment's result without beliefs, or why there is none. */
export type TestResult =
  | ({ readonly name: string } & ExperimentResult)
  | { readonly name: string; readonly problem: ProblemData };
