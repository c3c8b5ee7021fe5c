import type { EventIndex } from '../../events/event-index';
import { STEP, TO } from './marks';
import type { Path } from './path';

/** What paths are followed through, and how far. */
export interface Trail {
  readonly events: EventIndex;
  /** As `marksOf` gives them. */
  readonly marks: Uint8Array;
  /** Row of the first mark. */
  readonly base: number;
  readonly steps: number;
  /** Events farther than this from the first one are not part of a path; Infinity for no such time. */
  readonly windowMs: number;
  /** Of one event several times in a row the first is kept. */
  readonly collapse: boolean;
  /** Paths lead to an event. */
  readonly hasGoal: boolean;
}

/** Fills `path` with what comes after its first row, before the row `end`. */
export function follow(path: Path, trail: Trail, end: number): void {
  const { events, marks, base, steps, collapse, hasGoal } = trail;
  const { codes } = path;
  const until = events.time[path.row]! + trail.windowMs;
  let last = begin(path, trail);
  for (let row = path.row + 1; row < end && events.time[row]! <= until; ++row) {
    const mark = marks[row - base]!;
    if (mark === 0) continue;
    const code = events.event.codes[row]!;
    if ((mark & TO) !== 0) {
      path.hasGap = path.end === 'cut';
      path.end = 'reached';
      codes[path.length++] = code;
      return;
    }
    if (collapse && code === last) continue;
    last = code;
    if (path.length < steps) codes[path.length++] = code;
    else path.end = 'cut';
    if (path.end === 'cut' && !hasGoal) return;
  }
}

/** Fills `path` with what comes before its last row, from the row `start` on, backwards. */
export function followBack(path: Path, trail: Trail, start: number): void {
  const { events, marks, base, steps, collapse } = trail;
  const since = events.time[path.row]! - trail.windowMs;
  let last = begin(path, trail);
  for (let row = path.row - 1; row >= start && events.time[row]! >= since; --row) {
    if ((marks[row - base]! & STEP) === 0) continue;
    const code = events.event.codes[row]!;
    if (collapse && code === last) continue;
    last = code;
    if (path.length === steps) {
      path.end = 'cut';
      return;
    }
    path.codes[path.length++] = code;
  }
}

/** The path of nothing but the row it starts with, whose event is returned. */
function begin(path: Path, { events }: Trail): number {
  const code = events.event.codes[path.row]!;
  path.codes[0] = code;
  path.length = 1;
  path.end = 'ended';
  path.hasGap = false;
  return code;
}
