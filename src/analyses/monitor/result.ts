import type { ProblemData } from '../../base/problem';
import type { Period } from '../../events/calendar';
import type { MonitorMetric } from './params';

export interface MonitorResult {
  /** What is watched: the name given, else what it is called by its type. */
  readonly metric: {
    readonly name: string | null;
    readonly type: MonitorMetric['type'];
    /** Of its values; null for counts and shares. */
    readonly unit: string | null;
  };
  readonly period: Period;
  /** Local date of the first event of the data. */
  readonly dataStart: string;
  /** Periods in order, each once, also those in which nothing happened. */
  readonly rows: readonly MonitorRow[];
  readonly noise: Noise;
  readonly rules: readonly RuleResult[];
  /** What moved the metric: the last change, then the change of each episode, the latest first. */
  readonly moves: readonly Move[];
  /** Rows that should have a value and have none. */
  readonly missing: number;
}

/** One period. */
export interface MonitorRow {
  /** Local date of its first day; of hours the local time with its offset. */
  readonly start: string;
  readonly value: number | null;
  /** What `value` is made of; `denominator` is null where the metric is no fraction. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Between these the value would lie in 95 of 100 cases if nothing had changed but by noise. */
  readonly low: number | null;
  readonly high: number | null;
  /** Names of the rules that fired. */
  readonly fired: readonly string[];
  /** Whether the data cover the whole period; if not, `soFar` is what they have. */
  readonly complete: boolean;
  readonly soFar?: number | null;
  readonly problem?: ProblemData;
}

/** How much the metric moves by itself. */
export interface Noise {
  /** Standard deviation of one period; relative to its value where `scale` is `relative`. */
  readonly deviation: number | null;
  readonly scale: 'relative' | 'absolute';
  /** Of counts: their variance over that of Poisson counts. */
  readonly overdispersion: number | null;
  /** Pairs of periods that it was estimated from. */
  readonly pairs: number;
  readonly problem?: ProblemData;
}

/** What one rule did. */
export interface RuleResult {
  readonly name: string;
  readonly type: 'change' | 'level' | 'cusum' | 'anomaly';
  /** Periods that could be judged, and those of them in which it fired. */
  readonly judged: number;
  readonly times: number;
  /** Starts of the periods in which it fired. */
  readonly fired: readonly string[];
  readonly episodes: readonly Episode[];
  /** Whether it fires in the last complete period. */
  readonly now: boolean;
  /** How often it would fire in a year if nothing changed but by the metric's own noise. */
  readonly falseAlarms: { readonly perYear: number | null; readonly problem?: ProblemData };
  /** Of a cumulative sum: from where on it signals, and where it stands after each period of `rows`. */
  readonly limit?: number;
  readonly sums?: readonly { readonly down: number | null; readonly up: number | null }[];
  readonly problem?: ProblemData;
}

/** Periods in a row in which a rule fired. */
export interface Episode {
  readonly from: string;
  readonly through: string;
  readonly periods: number;
}

/** A change between two periods, and what each group did to it. */
export interface Move {
  /** `latest`, or the rule and the last period of the episode: `change 2011-04-25`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** Relative to `before`; null where that is 0 or less. */
  readonly relative: number | null;
  /** By the size of their part; empty without a breakdown. Their changes add up to `change`. */
  readonly groups: readonly GroupMove[];
  readonly problem?: ProblemData;
}

export interface GroupMove {
  readonly name: string;
  /** The group's own value; null where it has none. */
  readonly before: number | null;
  readonly after: number | null;
  /** Its part of the change: `own` and `mix` together. */
  readonly change: number;
  /** Of a fraction: because the group became a larger or smaller part of all. */
  readonly mix: number | null;
  /** Of a fraction: because the group's own value changed. */
  readonly own: number | null;
  readonly problem?: ProblemData;
}
