import type { ProblemData } from '../../base/problem';
import type { DoubtfulRows } from '../../events/scope';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';

export interface NpsResult extends NpsCounts {
  /** Few rows long after all others; null without any. */
  readonly doubtful: DoubtfulRows | null;
  /** Answers by their number from 0 to 10. */
  readonly scores: readonly number[];
  /** Rows whose answer is missing or not from 0 to 10. */
  readonly invalid: number;
  /** Further answers of people who have one that counts. */
  readonly repeated: number;
  /** Of those who were asked, who answered; null where no event says who was. */
  readonly response: Response | null;
  /** By the breakdown, each against all others; empty without one. */
  readonly groups: readonly NpsGroup[];
  /** By how often people were contacted before, each against the first; empty where it was not asked for. */
  readonly contacts: readonly NpsGroup[];
  /** By period of the answer. */
  readonly trend: readonly (NpsCounts & { readonly start: string; readonly complete: boolean })[];
}

export interface NpsCounts {
  readonly answers: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  /** In points from −100 to 100; not given below 30 answers. */
  readonly score: Interval | Missing<Interval>;
}

export interface Response {
  readonly answered: number;
  readonly of: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly problem?: ProblemData;
}

export interface NpsGroup extends NpsCounts {
  readonly name: string;
  /** Contacts from `from` on and below `to`; null where there is no end. Only by contacts. */
  readonly from?: number;
  readonly to?: number | null;
  /** Less the score it is compared with. */
  readonly difference: Interval | Missing<Interval>;
  readonly p: number | null;
  /** Benjamini and Hochberg's, over the groups beside it. */
  readonly pAdjusted: number | null;
  readonly problem?: ProblemData;
}
