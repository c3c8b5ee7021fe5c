import type { ProblemData } from '../../base/problem';
import type { DoubtfulRows } from '../../events/scope';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';

export interface AffinityResult {
  /** Few rows long after all others; null without any. */
  readonly doubtful: DoubtfulRows | null;
  /** Events with a content, and their users. */
  readonly events: number;
  readonly users: number;
  /** Events without a content, which count nowhere. */
  readonly without: number;
  /** Users whose time after their first engagement has not passed. */
  readonly open: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** How strongly lifts are drawn towards 1: as if so many expected events had gone as expected. Null where nothing varies. */
  readonly shrinkage: number | null;
  /** Each listed content in each listed group, in the order of their sizes. */
  readonly cells: readonly AffinityCell[];
  /** The ten groups and the twenty contents with most events. */
  readonly groups: readonly {
    readonly name: string;
    readonly events: number;
    readonly users: number;
  }[];
  readonly contents: readonly AffinityContent[];
}

/** One content in one group. */
export interface AffinityCell {
  /** `GB × tea` */
  readonly name: string;
  readonly group: string;
  readonly content: string;
  /** Of the group's events, those with this content, and whose they are. */
  readonly events: number;
  readonly users: number;
  readonly of: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** The same of all other groups. */
  readonly others: {
    readonly events: number;
    readonly of: number;
    readonly rate: number | null;
    readonly problem?: ProblemData;
  };
  /** `events` over what the content's part of all events would make; then drawn towards 1. */
  readonly lift: number;
  readonly shrunken: number;
  /** The group's share less that of the others, users being the units. */
  readonly difference: Interval | Missing<Interval>;
  readonly p: number | null;
  /** Benjamini and Hochberg's, over all cells. */
  readonly pAdjusted: number | null;
  readonly problem?: ProblemData;
}

/** One content over all groups. */
export interface AffinityContent {
  readonly name: string;
  readonly events: number;
  readonly users: number;
  /** Events per user who has any. */
  readonly depth: number;
  /** Users who began with it and whose time has passed, and those who came back. */
  readonly returned: {
    readonly returned: number;
    readonly of: number;
    readonly rate: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly problem?: ProblemData;
  };
  /** The share who came back less that of those who began with anything else. */
  readonly difference: Interval | Missing<Interval>;
  readonly p: number | null;
  readonly pAdjusted: number | null;
  readonly problem?: ProblemData;
}
