/** How a path ends, seen from where it is followed from. */
export type End =
  /** With the event that it was to reach. */
  | 'reached'
  /** Nothing more comes: no further event of the user or session in the window. */
  | 'ended'
  /** It goes on beyond the steps that are kept. */
  | 'cut';

/** The path of one user or session. One object serves all paths: copy what is to stay. */
export interface Path {
  /** Position of the user in the block. */
  user: number;
  /** Where it is followed from: its first row, or its last when it is followed backwards. */
  row: number;
  /** Its events, as codes, from `row` on; those before `length` count. */
  readonly codes: Int32Array;
  length: number;
  end: End;
  /** Between the last event but one and the last some were left out. */
  hasGap: boolean;
}

export function emptyPath(steps: number): Path {
  // One more than the steps: what is reached is named, however late.
  const codes = new Int32Array(steps + 1);
  return { user: -1, row: -1, codes, length: 0, end: 'ended', hasGap: false };
}
