import type { ColumnValues, TextColumn } from '../data/dataset';

/** Columns by name; a column is put into its order on first use and kept. */
export interface Columns {
  /** In file order. */
  readonly names: readonly string[];
  get(name: string): ColumnValues | undefined;
}

/** What became of the rows of the file while the index was built. */
export interface RowCounts {
  /** Rows of the file. */
  readonly rows: number;
  /** Rows left out because they name no user. */
  readonly withoutUser: number;
  /** Rows left out because they have no time. */
  readonly withoutTime: number;
  /**
   * Rows equal in every column to an earlier row of the same user. In an event table they stay and
   * are only counted; in a unit table they are left out.
   */
  readonly duplicates: number;
  /** Unit table: further, differing rows of a user, left out of `attributes`: the first row counts. */
  readonly repeated: number;
}

/** All rows of a unit table in which users have several, grouped by user, the first of each first. */
export interface UnitRows {
  /** Length `users + 1`. In a block of users the first entry need not be 0. */
  readonly offsets: Uint32Array;
  /** One entry per row. */
  readonly columns: Columns;
}

/**
 * Events grouped by user and, within a user, ordered by time (ties keep file order). Users keep the
 * order of their first appearance in the file. User `u` owns rows `offsets[u]` up to but excluding
 * `offsets[u + 1]`. A unit table (one row per user) is an index without rows: all it knows stands
 * in `attributes`.
 */
export interface EventIndex {
  /** `units`: one row per user, no times, no events. */
  readonly kind: 'events' | 'units';
  readonly users: number;
  /** The id of each user as it stands in the file; null when the rows of a unit table have none. */
  readonly ids: ColumnValues | null;
  /** Length `users + 1`. In a block of users the first entry need not be 0. */
  readonly offsets: Uint32Array;
  /** Epoch milliseconds, UTC, of each row. */
  readonly time: Float64Array;
  /** Every time is a local date without a time of day. */
  readonly dateOnly: boolean;
  /** Event name of each row. */
  readonly event: TextColumn;
  /** The columns of the event table, one entry per row, in the order of `time`. */
  readonly columns: Columns;
  /** What is known of each user, one entry per user. */
  readonly attributes: Columns;
  /** Null in an event table, and where no user has a second row. */
  readonly unitRows: UnitRows | null;
  /** Of the whole file, in every block and selection of the index too. */
  readonly counts: RowCounts;
}

/** Users `[from, to)` of an index, without copying rows: the unit of work of `aggregate`. */
export function block(index: EventIndex, from: number, to: number): EventIndex {
  const { attributes, unitRows } = index;
  return {
    ...index,
    users: to - from,
    ids: index.ids && slice(index.ids, from, to),
    offsets: index.offsets.subarray(from, to + 1),
    attributes: {
      names: attributes.names,
      get(name) {
        const values = attributes.get(name);
        return values && slice(values, from, to);
      },
    },
    unitRows: unitRows && { ...unitRows, offsets: unitRows.offsets.subarray(from, to + 1) },
  };
}

function slice(column: ColumnValues, from: number, to: number): ColumnValues {
  switch (column.kind) {
    case 'text':
      return { ...column, codes: column.codes.subarray(from, to) };
    case 'flag':
      return { ...column, values: column.values.subarray(from, to) };
    default:
      return { ...column, values: column.values.subarray(from, to) };
  }
}
