import type { TopLevelSpec } from 'vega-lite';
import type { z } from 'zod';
import type { Json } from '../base/json';
import type { ProblemData } from '../base/problem';
import type { Dataset } from '../data/dataset';
import type { EventIndex } from '../events/event-index';
import type { Roles } from '../events/roles';
import type { Scope } from '../events/scope';
import type { Finding } from '../locale/finding';
import type { Language } from '../locale/language';
import type { SegmentParams } from '../notebook/schema';

export type { Scope };

/** A table that a parameter names. */
export interface NamedTable {
  readonly dataset: Dataset;
  readonly roles: Roles;
  /** As `Scope` has those of the source. */
  readonly columnUnits: Scope['columnUnits'];
}

/** A segment that a parameter names. */
export interface NamedSegment {
  readonly params: SegmentParams;
  /** Of times without a zone in its rules. */
  readonly timezone: string;
  /** 1 for each user of the source who is in it; of no use in a block. */
  readonly users: Uint8Array;
}

/** What an analysis may look at: one block of users, and the tables its parameters name. */
export interface Input {
  readonly events: EventIndex;
  /** Which column of the source is which: of counted paths, for instance, `path`. */
  readonly roles: Roles;
  /** By cell. */
  readonly tables: ReadonlyMap<string, NamedTable>;
  /** By cell; absent where no parameter names one. */
  readonly segments?: ReadonlyMap<string, NamedSegment>;
  readonly scope: Scope;
  /** Columns that say who somebody is: their values are in no result. */
  readonly identifiers: readonly string[];
}

/**
 * How the numbers of a column are written. `points`, `lift`, `signed` and
 * `money-change` are signed; `rate` is a fraction; money is in the `unit` of its row.
 */
export type Format =
  | 'text'
  | 'count'
  | 'number'
  | 'rate'
  | 'points'
  | 'lift'
  | 'signed'
  | 'p'
  | 'money'
  | 'money-change'
  | 'date'
  | 'duration';

/**
 * A column of a table. Everything named by a `key` is in the row, so that an export holds it too;
 * a column that only supports others (`low`, `high`, a path) is not listed and exported all the same.
 */
export interface TableColumn {
  readonly key: string;
  readonly title: string;
  /** One format, or the key under which each row says its own. */
  readonly format: Format | { readonly by: string };
  /** Key of a small grey text under the number. */
  readonly caption?: string;
  /** Draws the row's interval instead of a number: keys of its ends, and of the wider one around it. */
  readonly interval?: {
    readonly low: string;
    readonly high: string;
    readonly outerLow?: string;
    readonly outerHigh?: string;
    /** Key of a line to compare with (a margin), drawn dashed. */
    readonly mark?: string;
  };
  /** Key of a `Tone`; the cell also carries a symbol, never colour alone. */
  readonly tone?: string;
  /** What stands behind the row's `path` to name this number, for "show working" and "who are they". */
  readonly path?: string;
}

/** A table to show and to export. Cells are plain JSON; `null` is "not available", and the row's `problem` says why. */
export interface Table {
  readonly name: string;
  readonly title: string;
  /** Title of the tab under which it stands, with everything else of that tab; without, its own. */
  readonly panel?: string;
  readonly columns: readonly TableColumn[];
  /** A row may hold `path`: where in the result it comes from. */
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

export interface Chart {
  readonly name: string;
  readonly title: string;
  /** As of a table. */
  readonly panel?: string;
  /** One paragraph for those who cannot see the chart. */
  readonly description: string;
  readonly spec: TopLevelSpec;
}

/** How one number came about. */
export interface Working {
  /** In the notation of the analysis's page, e.g. `z = D / √( p(1 − p)(1/n_c + 1/n_t) )`. */
  readonly formula: string;
  /** Each symbol of the formula with its value, in the order of the formula. */
  readonly figures: readonly { readonly symbol: string; readonly value: number | string }[];
  /** The number itself. */
  readonly value: number;
  /** Author and year. */
  readonly source: string;
}

/** A group of numbers that could not be computed, and why. */
export type Missing<T> = { readonly [K in keyof T]: null } & { readonly problem: ProblemData };

/**
 * A question Liftbook can answer. Only `aggregate` sees the events; everything after it sees
 * plain data, so users can be counted in blocks, a warehouse can do the counting, and a notebook
 * reopened without its data still reads in full.
 */
export interface Analysis<Params, Aggregate, Result> {
  /** The `kind` written into saved notebooks: never renamed, never reused. */
  readonly id: string;
  /** Types, validates, gives defaults, draws the form and documents the saved cell. */
  readonly params: z.ZodType<Params>;
  /** One pass over the users of a block, linear in its events. Plain data; may hold one entry per user. */
  aggregate(input: Input, params: Params): Aggregate;
  /** Combines the aggregates of two disjoint sets of users, the first set's users first. */
  merge(a: Aggregate, b: Aggregate): Aggregate;
  /** Plain JSON: no NaN, no Infinity; `null` where there is no answer. */
  infer(aggregate: Aggregate, params: Params, scope: Scope): Result;
  findings(result: Result, params: Params): readonly Finding[];
  tables(result: Result, language: Language): readonly Table[];
  charts(result: Result, language: Language): readonly Chart[];
  /** What of a result goes to the page, where all of it would be much; it says the same of itself. */
  toPage?(result: Result): Result;
  /** The formula behind the number at `path` with its figures filled in; `null` for plain counts. */
  working(result: Result, path: string): Working | null;
  /** The users behind the number at `path`, by position in `input.events`; never part of a result. */
  members?(input: Input, params: Params, path: string): Uint32Array;
  /** What an exported list says of these users beside their ids; never part of a result. */
  memberFacts?(input: Input, params: Params, users: Uint32Array): readonly MemberFact[];
}

/** A column of an exported list of users: one value for each, null where there is none. */
export interface MemberFact {
  /** Title of the column in the file. */
  readonly key: string;
  readonly values: readonly (string | number | null)[];
}

/** Types an analysis from its own parts; returns it unchanged. */
export function defineAnalysis<Params, Aggregate, Result extends object>(
  analysis: Analysis<Params, Aggregate, Result>,
): Analysis<Params, Aggregate, Result> {
  return analysis;
}

/** An analysis as the engine sees it: parameters, aggregates and results are data it only passes on. */
export type AnyAnalysis = Analysis<unknown, unknown, Json>;
