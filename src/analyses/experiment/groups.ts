import type { PlannedArm } from './arms';
import type { Cohort } from './cohort';

/** Users of each arm, in the order of `arms`. */
export interface Groups {
  /** Position of each user's arm in `arms`; −1 for users who are left out. */
  readonly group: Int32Array;
  readonly users: readonly number[];
}

/** Sorts users into arms. `leaveOut`: 1 for each user who does not count. */
export function groupsOf(
  cohort: Cohort,
  arms: readonly PlannedArm[],
  leaveOut: Uint8Array | null,
): Groups {
  const position = new Int32Array(cohort.arms.length).fill(-1);
  arms.forEach(({ code }, i) => {
    if (code >= 0) position[code] = i;
  });
  const group = new Int32Array(cohort.arm.length);
  const users = arms.map(() => 0);
  for (let i = 0; i < group.length; ++i) {
    const arm = leaveOut?.[i] === 1 ? -1 : position[cohort.arm[i]!]!;
    group[i] = arm;
    if (arm >= 0) ++users[arm]!;
  }
  return { group, users };
}

/** The values of an arm's users, in order; `matured`: 1 for users to take, null takes all. */
export function valuesOf(
  values: Float64Array,
  { group, users }: Groups,
  arm: number,
  matured: Uint8Array | null,
): Float64Array {
  const out = new Float64Array(users[arm]!);
  let count = 0;
  for (let i = 0; i < group.length; ++i) {
    if (group[i] === arm && (matured === null || matured[i] === 1)) out[count++] = values[i]!;
  }
  return out.subarray(0, count);
}

/** 1 for users whose window has passed by `completeThrough`; null when all have. */
export function maturedUsers(
  time: Float64Array,
  windowMs: number,
  completeThrough: number,
): Uint8Array | null {
  if (windowMs === Infinity) return null;
  const matured = new Uint8Array(time.length);
  for (let i = 0; i < time.length; ++i) if (time[i]! + windowMs <= completeThrough) matured[i] = 1;
  return matured;
}
