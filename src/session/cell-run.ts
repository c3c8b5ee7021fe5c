import type { JsonObject } from '../base/json';
import type { ProblemData } from '../base/problem';
import type { Output } from '../engine/engine';

/** Everything a result depends on: two equal inputs give equal results. */
export interface Inputs {
  /** The cell's own parameters and the settings it works under. */
  readonly own: string;
  /** By id of each cell it reads, the version of that cell's value. */
  readonly from: Readonly<Record<string, string>>;
}

/** A result with what it was made from. */
export interface Made {
  /** Null while what the engine holds may not be what this result was made of. */
  readonly inputs: Inputs | null;
  readonly output: Output;
  /** Cells that read this one need not run again while this stays the same. */
  readonly version: string;
  readonly ms: number;
  /** Epoch ms. */
  readonly at: number;
}

/** Work in progress. */
interface Current {
  readonly inputs: Inputs;
  readonly controller: AbortController;
  readonly done: number;
  readonly total: number;
}

/** Why the last run on these inputs gave no result. */
type Failure = { readonly inputs: Inputs } & (
  { readonly problem: ProblemData } | { readonly bug: string }
);

/** What is known of the runs of one cell. */
export interface CellRun {
  readonly made: Made | null;
  readonly current: Current | null;
  readonly failure: Failure | null;
  /** The inputs on which the reader stopped it: on these it does not start by itself. */
  readonly stopped: Inputs | null;
  /** The reader wants it run, up to date or not. */
  readonly again: boolean;
}

export const NEVER_RUN: CellRun = {
  made: null,
  current: null,
  failure: null,
  stopped: null,
  again: false,
};

export function sameInputs(a: Inputs | null | undefined, b: Inputs | null | undefined): boolean {
  return a === b || (!!a && !!b && a.own === b.own && sameVersions(a.from, b.from));
}

function sameVersions(a: Inputs['from'], b: Inputs['from']): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** What a source says of its file, not of what the data mean. */
const OF_THE_FILE = ['file', 'files', 'sha256', 'rows'];

/** What of a source its readers depend on: content and meaning of the data and of the tables joined to them, not the name of the file. */
export function sourceVersion(
  params: JsonObject,
  timezone: string,
  sha256: string,
  from: Inputs['from'],
): string {
  const meaning = Object.entries(params).filter(([key]) => !OF_THE_FILE.includes(key));
  return JSON.stringify([meaning, timezone, sha256, from]);
}

/** What of a segment its readers depend on: its rules and the data they pick from; equal counts may be other users. */
export function segmentVersion(params: JsonObject, timezone: string, from: Inputs['from']): string {
  return JSON.stringify([params, timezone, from[String(params['source'])]]);
}
