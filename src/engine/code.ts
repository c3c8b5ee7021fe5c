import type { JsonObject } from '../base/json';
import type { Column, ColumnValues } from '../data/dataset';

/** A table on its way to the code: its columns are copied on the way. */
export interface CodeTable {
  readonly columns: readonly Column[];
}

/** One run of a code cell: what its names stand for. */
export interface CodeRequest {
  readonly code: string;
  /** By the name of the cell. */
  readonly tables: Readonly<Record<string, CodeTable>>;
  readonly values: JsonObject;
  readonly timezone: string;
  readonly weekStart: 'monday' | 'sunday';
}

/** A column that code made. */
export type MadeColumn = ColumnValues & { readonly name: string };

/** Where code failed, from 1, within the code; null where that is not known. */
export interface CodePlace {
  readonly line: number | null;
  readonly column: number | null;
}

/** What a run came to. It comes from where foreign code has been: `checked-answer.ts` looks at it first. */
export type CodeAnswer =
  | { readonly type: 'table'; readonly rows: number; readonly columns: readonly MadeColumn[] }
  /** JSON as text, so that nothing else can be in it. */
  | { readonly type: 'value'; readonly json: string }
  /** `found` names the kind of thing: a function, a symbol. */
  | { readonly type: 'odd'; readonly found: string }
  | { readonly type: 'nothing' }
  | ({ readonly type: 'threw'; readonly message: string } & CodePlace);

/** A place in which one run of foreign code happens, and nothing else. */
export interface CodeRoom {
  /** Runs it. What comes back can be anything; rejects when the room broke down. */
  run(request: CodeRequest): Promise<unknown>;
  /** Ends the room, whatever is going on in it. */
  leave(): void;
}
