import type { ProblemData } from '../base/problem';

/** Numbers; NaN is missing. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Instants as epoch milliseconds, UTC; NaN is missing. `dateOnly`: every value is a local date without a time. */
export interface TimeColumn {
  readonly kind: 'time';
  readonly values: Float64Array;
  readonly dateOnly: boolean;
}

/** Text stored once per distinct value; `codes[row]` points into `values`, −1 is missing. */
export interface TextColumn {
  readonly kind: 'text';
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

/** 1 is true, 0 is false, −1 is missing. */
export interface FlagColumn {
  readonly kind: 'flag';
  readonly values: Int8Array;
}

export type ColumnValues = NumberColumn | TimeColumn | TextColumn | FlagColumn;

/** One column of a file, with what could not be taken from it. */
export type Column = ColumnValues & {
  readonly name: string;
  /** Empty or null cells. */
  readonly missing: number;
  /** Cells that hold something which is not of the column's kind; they are missing too, and counted apart. */
  readonly unreadable: number;
};

/** The columns read from one file (or several of one schema). All columns have `rows` entries. */
export interface Dataset {
  /** File name as the user knows it. */
  readonly name: string;
  /** sha256 of the file's bytes, lower-case hex. */
  readonly fingerprint: string;
  readonly rows: number;
  /** In file order; names are unique. */
  readonly columns: readonly Column[];
  /** What was odd, each located (file, line, column); at most a few of a kind, with their count. */
  readonly warnings: readonly ProblemData[];
}

/** How many cells of a column hold nothing. */
export function missingCells(column: ColumnValues): number {
  let missing = 0;
  if (column.kind === 'text' || column.kind === 'flag') {
    const cells = column.kind === 'text' ? column.codes : column.values;
    for (let row = 0; row < cells.length; ++row) if (cells[row]! < 0) ++missing;
  } else {
    const { values } = column;
    for (let row = 0; row < values.length; ++row) if (Number.isNaN(values[row])) ++missing;
  }
  return missing;
}

export function column(dataset: Dataset, name: string): Column | undefined {
  return dataset.columns.find((each) => each.name === name);
}
