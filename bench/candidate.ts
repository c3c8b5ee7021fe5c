/** One timed run of one candidate in a browser or process of its own. */
export interface Measurement {
  /** Wall-clock of each step in milliseconds, in the order in which they happened. */
  readonly ms: Readonly<Record<string, number>>;
  /** What was computed, so that nobody is fast by being wrong: equal for all candidates of a scenario. */
  readonly answer: string;
  /** Other numbers worth a line, each with its unit in the name. */
  readonly extra: Readonly<Record<string, number>>;
  /** Why there is nothing of all this. */
  readonly failure?: string;
}

/** One engine doing one task. */
export interface Candidate {
  readonly name: string;
  measure(): Promise<Measurement>;
}

/** One task and everybody who does it. The first candidate is ours. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** Longest time a run may take, in milliseconds. */
  readonly limit: number;
  /** Five, unless it says otherwise. */
  readonly rounds?: number;
  /** Times of the others are shown as multiples of ours, too. */
  readonly isCompared?: boolean;
  readonly candidates: readonly Candidate[];
  /** Files and the like, made before any clock runs. */
  prepare(): Promise<void>;
}
