import type { Chart, Format, MemberFact, Table, Working } from '../analyses/analysis';
import type { Json, JsonObject } from '../base/json';
import type { ProblemData } from '../base/problem';
import type { ByteSource } from '../data/byte-source';
import type { ArrowValue } from '../data/write-arrow';
import type { ColumnProfile } from '../data/profile';
import type { Finding } from '../locale/finding';
import type { Locale } from '../locale/language';
import type { PlanStamp } from '../notebook/plan-deviations';

/** A file that the user has opened; its bytes are read where the rows live. */
export interface DataFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: Blob | ByteSource;
}

/** What of the notebook's header every cell needs. */
export interface Setting {
  readonly timezone: string;
  readonly weekStart: 'monday' | 'sunday';
  readonly locale: Locale;
  /** The frozen plan of the cell, where it has one. */
  readonly plan?: PlanStamp;
}

export interface SourceRequest {
  /** Names the open notebook: cells of two notebooks may have one id. */
  readonly notebook: string;
  readonly cell: string;
  /** The cell's JSON with every `$ref` replaced. */
  readonly params: JsonObject;
  readonly files: readonly DataFile[];
  readonly setting: Setting;
}

/** A role a column seems to have, and why. */
export interface RoleGuess {
  readonly role: string;
  readonly column: string;
  /** Code of a sentence in `locale`'s interface words, with the evidence. */
  readonly reason: string;
}

/** What the page knows of a table: no rows. */
export interface TableFacts {
  readonly sha256: string;
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** Roles in force. */
  readonly roles: Readonly<Record<string, string>>;
  /** For a column whose every distinct value is wanted (events, variants): its values by frequency, at most 50. */
  readonly values: Readonly<
    Record<string, readonly { readonly value: string; readonly rows: number }[]>
  >;
  /** For those columns of an event table: the events on whose rows they are filled, by rows. */
  readonly eventsWith: TableFacts['values'];
}

/** What the page knows of a source: its table, and the file it came from. */
export interface SourceOutput extends TableFacts {
  readonly type: 'source';
  readonly file: string;
  readonly bytes: number;
  readonly warnings: readonly ProblemData[];
  readonly guesses: readonly RoleGuess[];
  /** Distinct users, and the first and last instant, once roles are known. */
  readonly users: number | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Exact duplicates of an earlier row. */
  readonly duplicates: number;
}

/** What is asked of a transform: its code, and what the names in it stand for. */
export interface TransformRequest {
  readonly notebook: string;
  readonly cell: string;
  readonly code: string;
  /** Cells whose tables it reads, in the order in which it names them. */
  readonly tables: readonly string[];
  /** By name, what other cells it reads came to. */
  readonly values: JsonObject;
  readonly setting: Setting;
}

/** What the code of a transform gave. */
export interface TransformOutput {
  readonly type: 'transform';
  /** Null when it gave a plain value. */
  readonly table: TableFacts | null;
  /** Units and privacy that columns of the table have from the source: as in the cell of a source. */
  readonly settings: JsonObject;
  /** The value; of a table its rows, private columns left out, and of one longer than 1,000 rows their number alone. */
  readonly value: Json;
  /** Of the rows in `value`; null where they are about nobody, or there are none. */
  readonly people: People | null;
}

/** By row that is shown, how many people stand behind it; null where nobody knows. */
export type People = readonly (number | null)[];

/** What is asked of a chart. */
export interface ChartRequest extends CellRequest {
  /** By `data.name` of the specification: the cell whose table it is, or the rows themselves. */
  readonly tables: Readonly<Record<string, ChartTable>>;
}

export type ChartTable = { readonly cell: string } | { readonly rows: readonly JsonObject[] };

/** A chart with its rows. */
export interface ChartOutput {
  readonly type: 'chart';
  readonly chart: Chart;
  readonly rows: number;
  /** By `data.name`, of the rows that the chart has of a source or a transform; absent where they are about nobody. */
  readonly people: Readonly<Record<string, People>>;
}

/** A cell that only says something: its parameters, defaults filled in. */
export interface PlainOutput {
  readonly type: PlainType;
  readonly params: JsonObject;
}

export type PlainType = 'input' | 'definitions' | 'metric' | 'note' | 'layout';

/** What is asked of a segment or an analysis. */
export interface CellRequest {
  readonly notebook: string;
  readonly cell: string;
  readonly params: JsonObject;
  readonly setting: Setting;
}

/** How many users of its source a segment holds; who they are stays with the engine. */
export interface SegmentOutput {
  readonly type: 'segment';
  readonly users: number;
  readonly of: number;
}

/** Everything a reader sees of an analysis, as plain data. */
export interface AnalysisOutput {
  readonly type: 'analysis';
  readonly kind: string;
  /** The parameters with every default filled in. */
  readonly params: JsonObject;
  readonly result: Json;
  readonly findings: readonly Finding[];
  readonly tables: readonly Table[];
  readonly charts: readonly Chart[];
  /** Which data stand behind it; null where the numbers were typed. */
  readonly data: {
    readonly source: string;
    readonly sha256: string;
    /** Null with a saved result, which does not say. */
    readonly users: number | null;
    readonly from: string | null;
    readonly to: string | null;
  } | null;
}

export type Output =
  SourceOutput | SegmentOutput | TransformOutput | AnalysisOutput | ChartOutput | PlainOutput;

export interface RowsRequest {
  readonly notebook: string;
  /** A source, or a transform that gives a table. */
  readonly cell: string;
  readonly from: number;
  readonly to: number;
  readonly sort?: { readonly column: string; readonly descending: boolean };
  /** Only rows that pass, as in the parameters of an analysis; times without a zone in `timezone`. */
  readonly where?: JsonObject;
  readonly timezone?: string;
}

/** A page of rows for a table on screen: at most 200. */
export interface RowsPage {
  readonly from: number;
  readonly total: number;
  readonly columns: readonly { readonly name: string; readonly format: Format }[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** Some of the users behind a number. */
export interface MembersSlice {
  /** How many there are in all. */
  readonly total: number;
  readonly ids: readonly string[];
  /** What an exported list says of each beside the id; absent where it says nothing. */
  readonly facts?: readonly MemberFact[];
}

export type Progress = (done: number, total: number) => void;

/**
 * Where the work happens. The browser's engine is a worker in the sandbox frame (`client.ts`), the
 * command line's is the same code in its own process (`direct.ts`).
 *
 * Every call rejects with a `Problem` the reader can fix, with an `AbortError` when `signal` fired,
 * or with anything else when Liftbook is at fault.
 */
export interface Engine {
  /** Reads the files of a source cell, or answers from what it has read; the rows stay with the engine. */
  load(request: SourceRequest, progress: Progress, signal: AbortSignal): Promise<SourceOutput>;
  /** Finds the users of a segment cell, for the analyses that name it as their `population`. */
  segment(request: CellRequest): Promise<SegmentOutput>;
  run(request: CellRequest, progress: Progress, signal: AbortSignal): Promise<AnalysisOutput>;
  /** Runs the code of a transform, apart from everything else, and keeps its table under its cell. Ask for trusted code only. */
  transform(
    request: TransformRequest,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<TransformOutput>;
  /** Puts the rows into a chart that another cell's table is drawn with. */
  chart(request: ChartRequest): Promise<ChartOutput>;
  /** Reads the parameters of a cell that only says something. */
  plain(type: PlainType, params: JsonObject): Promise<PlainOutput>;
  /** Findings, tables and charts of a result that is already there (another language, a snapshot). */
  present(
    kind: string,
    params: JsonObject,
    result: Json,
    locale: Locale,
  ): Promise<Pick<AnalysisOutput, 'findings' | 'tables' | 'charts'>>;
  rows(request: RowsRequest): Promise<RowsPage>;
  /** A small table, its columns named, as the bytes of an Arrow file; its library asks for eval, which the page has not. */
  arrow(
    names: readonly string[],
    rows: readonly (readonly ArrowValue[])[],
  ): Promise<Uint8Array<ArrayBuffer>>;
  working(kind: string, result: Json, path: string): Promise<Working | null>;
  /** A page of the ids of the users behind a number; the ids leave the engine for the screen or an explicit export only. */
  members(request: CellRequest, path: string, from: number, to: number): Promise<MembersSlice>;
  /** JSON Schema of an analysis' parameters, with titles in the reader's language. */
  form(kind: string, locale: Locale): Promise<JsonObject>;
  /** JSON Schema of the cells of one type that are the same for every question; null for others. */
  cellSchema(type: string): Promise<JsonObject | null>;
  /** Everything that is wrong with a notebook's header, each at its JSON path. */
  checkHeader(header: JsonObject): Promise<readonly ProblemData[]>;
  /** Forgets a notebook's tables and segments; files no other notebook uses are let go. */
  close(notebook: string): Promise<void>;
}
