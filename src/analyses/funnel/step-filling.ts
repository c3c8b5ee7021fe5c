/** Fills steps with events, each event serving one step; a fuller filling may move events to other steps. */
export interface StepFilling {
  /** How many steps are filled. */
  readonly size: number;
  clear(): void;
  /** Adds an event that matches the steps of `marks`; true when one step more is filled. */
  add(marks: number): boolean;
}

/** @see Kuhn, H. W. (1955). The Hungarian method for the assignment problem. NRLQ 2, 83–97. */
export function stepFilling(steps: number): StepFilling {
  /** Marks of the event in each step; 0 for none. */
  const filled = new Uint32Array(steps);
  let size = 0;
  let seen = 0;

  function place(marks: number): boolean {
    for (let step = 0; step < steps; ++step) {
      const bit = 1 << step;
      if ((marks & bit) === 0 || (seen & bit) !== 0) continue;
      seen |= bit;
      if (filled[step] !== 0 && !place(filled[step]!)) continue;
      filled[step] = marks;
      return true;
    }
    return false;
  }

  return {
    get size() {
      return size;
    },
    clear() {
      filled.fill(0);
      size = 0;
    },
    add(marks) {
      seen = 0;
      if (size === steps || !place(marks)) return false;
      ++size;
      return true;
    },
  };
}
