import type { UserCodes } from './user-codes';

/** Runs up to this length are ordered by insertion. */
const SHORT = 24;

/** Rows put behind one another by user, in the order of user numbers and within a user of the file. */
export interface GroupedRows {
  /** The row of the file that stands at each place. */
  readonly order: Uint32Array;
  /** User `u` owns places `offsets[u]` up to but excluding `offsets[u + 1]`. */
  readonly offsets: Uint32Array;
  /** The file itself stands so and no row is left out: `order` counts up from 0. */
  readonly isFileOrder: boolean;
}

export function groupedByUser(coded: UserCodes): GroupedRows {
  const { codes, users, withoutUser, withoutTime, grouped } = coded;
  const offsets = new Uint32Array(users + 1);
  for (let row = 0; row < codes.length; ++row) {
    const user = codes[row]!;
    if (user >= 0) ++offsets[user + 1]!;
  }
  for (let user = 0; user < users; ++user) offsets[user + 1]! += offsets[user]!;

  const order = new Uint32Array(offsets[users]!);
  const next = offsets.slice(0, users);
  for (let row = 0; row < codes.length; ++row) {
    const user = codes[row]!;
    if (user >= 0) order[next[user]!++] = row;
  }
  return { order, offsets, isFileOrder: grouped && withoutUser + withoutTime === 0 };
}

/**
 * Orders the rows of each user by time; rows of one time keep their order. `order` and `time`
 * change in place, `time[i]` being the time of row `order[i]`.
 */
export function sortWithinUsers(offsets: Uint32Array, order: Uint32Array, time: Float64Array) {
  let scratch: Scratch | null = null;
  for (let user = 0; user + 1 < offsets.length; ++user) {
    const from = offsets[user]!;
    const to = offsets[user + 1]!;
    if (isSorted(time, from, to)) continue;
    if (to - from <= SHORT) {
      insertionSort(order, time, from, to);
    } else {
      scratch ??= { order: new Uint32Array(order.length), time: new Float64Array(time.length) };
      mergeSort(order, time, from, to, scratch);
    }
  }
}

/** Whether the times of every user stand in order. */
export function isSortedWithinUsers(offsets: Uint32Array, time: Float64Array): boolean {
  for (let user = 0; user + 1 < offsets.length; ++user) {
    if (!isSorted(time, offsets[user]!, offsets[user + 1]!)) return false;
  }
  return true;
}

interface Scratch {
  readonly order: Uint32Array;
  readonly time: Float64Array;
}

function isSorted(time: Float64Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; ++i) if (time[i]! < time[i - 1]!) return false;
  return true;
}

function insertionSort(order: Uint32Array, time: Float64Array, from: number, to: number) {
  for (let i = from + 1; i < to; ++i) {
    const t = time[i]!;
    const row = order[i]!;
    let at = i;
    for (; at > from && time[at - 1]! > t; --at) {
      time[at] = time[at - 1]!;
      order[at] = order[at - 1]!;
    }
    time[at] = t;
    order[at] = row;
  }
}

/** Bottom up, so that a user with a million rows in falling order takes no longer than others. */
function mergeSort(
  order: Uint32Array,
  time: Float64Array,
  from: number,
  to: number,
  scratch: Scratch,
) {
  for (let at = from; at < to; at += SHORT)
    insertionSort(order, time, at, Math.min(at + SHORT, to));
  for (let width = SHORT; width < to - from; width *= 2) {
    scratch.order.set(order.subarray(from, to), from);
    scratch.time.set(time.subarray(from, to), from);
    for (let low = from; low < to; low += 2 * width) {
      const middle = Math.min(low + width, to);
      const high = Math.min(low + 2 * width, to);
      let a = low;
      let b = middle;
      for (let at = low; at < high; ++at) {
        const first = b >= high || (a < middle && scratch.time[a]! <= scratch.time[b]!);
        const taken = first ? a++ : b++;
        time[at] = scratch.time[taken]!;
        order[at] = scratch.order[taken]!;
      }
    }
  }
}
