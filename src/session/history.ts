/** A value with what it was before and, after an undo, what it was next. Immutable. */
export interface History<Value> {
  /** Oldest first. */
  readonly past: readonly Value[];
  readonly present: Value;
  /** The next one first. */
  readonly future: readonly Value[];
}

/** Older steps are forgotten; notebooks share all cells that a step did not touch, so this is cheap. */
const STEPS = 500;

export function begun<Value>(present: Value): History<Value> {
  return { past: [], present, future: [] };
}

export function changed<Value>({ past, present }: History<Value>, next: Value): History<Value> {
  return { past: [...past, present].slice(-STEPS), present: next, future: [] };
}

/** Another value in the place of the present one: no step of its own. */
export function amended<Value>({ past }: History<Value>, next: Value): History<Value> {
  return { past, present: next, future: [] };
}

/** One step back; unchanged where there is none. */
export function undone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future] };
}

/** One step forward again; unchanged where there is none. */
export function redone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  const [next, ...later] = future;
  return next === undefined ? history : { past: [...past, present], present: next, future: later };
}
