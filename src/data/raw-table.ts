import type { ProblemData } from '../base/problem';
import type { FlagColumn, NumberColumn, TextColumn } from './dataset';
import type { Misfits } from './misfits';

/** Where text comes from: `spelled` cells of a text file may be numbers or flags, `typed` strings of other formats are text or times. */
export type TextOrigin = 'spelled' | 'typed';

/** A column as its reader leaves it, before it is settled what the values are. */
export type RawColumn = { readonly name: string } & RawValues;

export type RawValues =
  | (NumberColumn & { readonly misfits?: Misfits })
  | {
      readonly kind: 'time';
      readonly values: Float64Array;
      /** Shapes that the times were spelled in, as bits. */
      readonly shapes: number;
      readonly misfits?: Misfits;
    }
  | FlagColumn
  | (TextColumn & {
      readonly origin: TextOrigin;
      /** What most cells seemed to be before others turned up. */
      readonly almost?: {
        readonly kind: 'number' | 'time';
        readonly row: number;
        readonly found: string;
      };
    });

/** What a reader makes of a file. */
export interface RawTable {
  readonly rows: number;
  readonly columns: readonly RawColumn[];
  readonly warnings: readonly ProblemData[];
  /** Line of the file at which a row begins, where the format has lines. */
  lineOf(row: number): number | undefined;
}
