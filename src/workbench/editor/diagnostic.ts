/** Something wrong in a text. Line and column count from 1, within that text; without a column it is the whole line. */
export interface Diagnostic {
  readonly line: number;
  readonly column?: number;
  /** In the reader's language. */
  readonly message: string;
}
