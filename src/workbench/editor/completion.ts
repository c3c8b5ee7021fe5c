/** Something that can be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'cell' | 'column' | 'verb' | 'function' | 'key' | 'value';
  /** Small and grey, behind the label. */
  readonly detail?: string;
  /** What is put there, where that is not the label. */
  readonly insert?: string;
}

/** What can stand in place of the characters from `from` to the cursor. */
export interface Completions {
  readonly from: number;
  /** Where the characters end that are replaced, if not at the cursor. */
  readonly to?: number;
  readonly options: readonly Completion[];
}

/** What can be written into `text` at `at`; null where nothing is known. */
export type Complete = (text: string, at: number) => Completions | null;
