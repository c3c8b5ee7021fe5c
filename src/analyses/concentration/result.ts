import type { ProblemData } from '../../base/problem';
import type { DoubtfulRows, UnfinishedDay } from '../../events/scope';
import type { Interval } from '../../stats/interval';
import type { LorenzPoint } from '../../stats/lorenz';
import type { Distinction } from '../distinguishing';

export interface ConcentrationResult {
  /** Few rows long after all others; null without any. */
  readonly doubtful: DoubtfulRows | null;
  /** A last day that is left out; null where all rows count. */
  readonly unfinished: UnfinishedDay | null;
  /** The event or events that are added up, or the column of a unit table. */
  readonly measured: string;
  /** Unit of all amounts; null for counts and bare numbers. */
  readonly unit: string | null;
  /** Whether rows are counted: no column is added up. */
  readonly isCount: boolean;
  /** Those among whom it is divided, of all users of the data. */
  readonly users: number;
  readonly of: number;
  readonly total: number;
  readonly mean: number;
  readonly median: number;
  /** Rows without a value: they add nothing. */
  readonly missing: number;
  /** Those who come to less than 0, and by how much; they count as 0. */
  readonly negative: { readonly users: number; readonly total: number };
  readonly gini: Interval;
  readonly top: readonly TopShare[];
  /** How many of the greatest it takes to bring a part of the total. */
  readonly reach: readonly Reach[];
  /** Tenths of the users, the greatest first. */
  readonly tenths: readonly Tenth[];
  readonly lorenz: readonly LorenzPoint[];
  readonly superUsers: SuperUsers;
  readonly portrait: Portrait;
  /** Null where no acquisition and no costs are given. */
  readonly worth: Worth | null;
  readonly level: number;
  readonly replicates: number;
}

/** The greatest users, and what they bring. */
export interface TopShare {
  /** `2%` */
  readonly name: string;
  readonly share: number;
  readonly users: number;
  readonly of: number;
  readonly value: number;
  /** Of the total. */
  readonly part: Interval;
  /** What the least of them comes to. */
  readonly least: number;
}

export interface Reach {
  /** `80%` */
  readonly name: string;
  readonly part: number;
  readonly users: number;
  readonly of: number;
  readonly share: number;
}

export interface Tenth {
  /** From 1, the greatest. */
  readonly tenth: number;
  readonly users: number;
  readonly value: number;
  readonly part: number;
  /** Of this tenth and those before it. */
  readonly cumulative: number;
}

export interface SuperUsers {
  readonly share: number;
  readonly users: number;
  readonly of: number;
  readonly value: number;
  readonly part: number;
  readonly mean: number;
  /** What the least of them comes to. */
  readonly least: number;
  /** Their mean over the median of all; null where that is 0. */
  readonly timesMedian: number | null;
  readonly problem?: ProblemData;
}

/** What distinguishes super-users from the others who count. */
export interface Portrait {
  /** Surest first; at most 30. */
  readonly traits: readonly Distinction[];
  readonly compared: number;
}

/** What super-users bring and cost, against the median user. */
export interface Worth {
  readonly margin: number;
  /** Of the costs. */
  readonly unit: string | null;
  /** Amounts times the margin, of all who count. */
  readonly contribution: Times;
  /** Of those whose channel is known. */
  readonly cost: Times;
  /** Users who count and whose channel is not known. */
  readonly withoutChannel: number;
  readonly channels: readonly ChannelWorth[];
  /** Amounts and costs have different units. */
  readonly problem?: ProblemData;
}

export interface Times {
  /** Super-users, of all. */
  readonly users: number;
  readonly of: number;
  /** The mean of super-users. */
  readonly mean: number | null;
  /** Of all. */
  readonly median: number | null;
  readonly times: number | null;
  readonly problem?: ProblemData;
}

export interface ChannelWorth {
  readonly channel: string;
  /** Of all users of the data. */
  readonly users: number;
  readonly cost: number;
  /** Null where nobody came from it. */
  readonly perUser: number | null;
  readonly problem?: ProblemData;
}
