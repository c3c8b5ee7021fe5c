/** How far one entry gets. A follower has one and fills it again for every entry. */
export interface Chain {
  /** The furthest step, from 1. */
  reached: number;
  /** Of equally far chains the one of the lowest rank counts, and of one rank the one that starts last. */
  rank: number;
  /** An exclusion that removes users happened on the way. */
  isTainted: boolean;
  /** Position in the stream of the row that each step took, −1 for steps not done. */
  readonly at: Int32Array;
  /** Position of the exclusion that ended it, −1 for none. */
  stop: number;
}

/** Follows the chains of one stream. */
export interface Follower {
  /** Gets ready for the rows that the stream holds now. */
  begin(): void;
  /** How far the chain that starts at position `entry` gets; `at` and `stop` need not be filled. */
  judge(entry: number): Chain;
  /** The same with every field. */
  follow(entry: number): Chain;
}

export function newChain(steps: number): Chain {
  return { reached: 0, rank: 0, isTainted: false, at: new Int32Array(steps), stop: -1 };
}
