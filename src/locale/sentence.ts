/** What a problem says: what is wrong and the value that was found, then what to do. */
export interface Sentence {
  readonly message: string;
  readonly hint: string | null;
}

/** What a finding is about, as plain values; the sentence around them comes from the language. */
export type FindingArgs = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;
