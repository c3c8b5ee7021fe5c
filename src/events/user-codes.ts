import type { ColumnValues } from '../data/dataset';

/** Rows by user: users are numbered in the order of their first kept row. */
export interface UserCodes {
  /** User of each row, −1 where the row is left out. */
  readonly codes: Int32Array;
  readonly users: number;
  readonly withoutUser: number;
  readonly withoutTime: number;
  /** Each row belongs to the user of the row before it or to a new one. */
  readonly grouped: boolean;
}

/**
 * Numbers the users of a column of any kind; rows without a user or, where `time` is given, without
 * a time are left out and counted (a row without either counts as without a user).
 */
export function userCodes(column: ColumnValues, time: Float64Array | null): UserCodes {
  const { keys, size } = smallKeys(column);
  const users = new Int32Array(size).fill(-1);
  const codes = new Int32Array(keys.length);
  let count = 0;
  let withoutUser = 0;
  let withoutTime = 0;
  let last = -1;
  let grouped = true;
  for (let row = 0; row < keys.length; ++row) {
    const key = keys[row]!;
    codes[row] = -1;
    if (key < 0) {
      ++withoutUser;
      continue;
    }
    if (time !== null && Number.isNaN(time[row]!)) {
      ++withoutTime;
      continue;
    }
    if (users[key] === -1) users[key] = count++;
    const user = users[key]!;
    if (user < last) grouped = false;
    else last = user;
    codes[row] = user;
  }
  return { codes, users: count, withoutUser, withoutTime, grouped };
}

/** A key in `[0, size)` for each row, the same for equal values; −1 is missing. */
function smallKeys(column: ColumnValues): { keys: Int32Array | Int8Array; size: number } {
  switch (column.kind) {
    case 'text':
      return { keys: column.codes, size: column.values.length };
    case 'flag':
      return { keys: column.values, size: 2 };
    default:
      return numberKeys(column.values);
  }
}

function numberKeys(values: Float64Array): { keys: Int32Array; size: number } {
  return plainKeys(values) ?? hashedKeys(values);
}

/** Whole numbers from 0 that are not much larger than the table is long are their own keys. */
function plainKeys(values: Float64Array): { keys: Int32Array; size: number } | null {
  const limit = 16 * values.length + 1024;
  const keys = new Int32Array(values.length);
  let highest = -1;
  for (let row = 0; row < values.length; ++row) {
    const value = values[row]!;
    if (Number.isNaN(value)) {
      keys[row] = -1;
      continue;
    }
    if (!(value >= 0 && value < limit && Math.floor(value) === value)) return null;
    keys[row] = value;
    if (value > highest) highest = value;
  }
  return { keys, size: highest + 1 };
}

/** Open addressing over the bits of the numbers: a `Map` takes several times as long. */
function hashedKeys(values: Float64Array): { keys: Int32Array; size: number } {
  const bits = Math.ceil(Math.log2(2 * values.length + 2));
  const mask = 2 ** bits - 1;
  const rowOf = new Int32Array(2 ** bits).fill(-1);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  const keys = new Int32Array(values.length);
  let size = 0;
  for (let row = 0; row < values.length; ++row) {
    // Adding 0 makes one number of 0 and −0.
    const value = values[row]! + 0;
    if (Number.isNaN(value)) {
      keys[row] = -1;
      continue;
    }
    number[0] = value;
    // The upper bits of the product are the well mixed ones.
    let slot = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x85ebca6b), 0x9e3779b1) >>> (32 - bits);
    while (rowOf[slot] !== -1 && values[rowOf[slot]!] !== value) slot = (slot + 1) & mask;
    if (rowOf[slot] === -1) {
      rowOf[slot] = row;
      keys[row] = size++;
    } else {
      keys[row] = keys[rowOf[slot]!]!;
    }
  }
  return { keys, size };
}
