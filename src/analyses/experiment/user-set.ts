import { type Cells, cellsOf } from '../../base/cells';
import type { PlannedArm } from './arms';
import type { Cohort } from './cohort';
import { NOT_ACTIVATED } from './entered';

/** Who counts, and in which arm. */
export interface UserSet {
  /** Position of each user's arm among the arms; −1 for users who are left out. */
  readonly codes: Int32Array;
  /** The same by arm. */
  readonly cells: Cells;
  /** Only what happened up to the planned end counts. */
  readonly isClosed: boolean;
  /** Tells it from other sets of the same users. */
  readonly key: string;
}

export interface Exclusions {
  /** Users who saw several arms. */
  readonly mixed: boolean;
  /** Users who came in at this instant or later; Infinity for none. */
  readonly from: number;
  /** Users who were never activated; they are excluded unless this is false. */
  readonly inactive?: boolean;
}

/** Sorts users into arms. */
export function userSet(
  { arms: names, arm, several, severalAtClose, time, out }: Cohort,
  arms: readonly PlannedArm[],
  { mixed, from, inactive = true }: Exclusions,
): UserSet {
  const position = new Int32Array(names.length).fill(-1);
  arms.forEach(({ code }, i) => {
    if (code >= 0) position[code] = i;
  });
  const isClosed = from < Infinity;
  const flags = isClosed ? severalAtClose : several;
  const codes = new Int32Array(arm.length);
  for (let i = 0; i < codes.length; ++i) {
    const isLate = time.length > 0 && time[i]! >= from;
    const isOut = out[i] !== 0 && (inactive || out[i] !== NOT_ACTIVATED);
    codes[i] = isOut || isLate || (mixed && flags[i] === 1) ? -1 : position[arm[i]!]!;
  }
  const key = JSON.stringify([arms, mixed, String(from), inactive]);
  return { codes, cells: cellsOf(codes, arms.length), isClosed, key };
}

/** 1 for users whose window has passed by `completeThrough`; null when all have. */
export function maturedUsers(
  time: Float64Array,
  windowMs: number,
  completeThrough: number,
): Uint8Array | null {
  if (windowMs === Infinity || time.length === 0) return null;
  const matured = new Uint8Array(time.length);
  for (let i = 0; i < time.length; ++i) if (time[i]! + windowMs <= completeThrough) matured[i] = 1;
  return matured;
}
