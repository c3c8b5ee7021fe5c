import { scratchIndexes } from '../../base/scratch';

/** Users by cell: those of cell `c` stand at `order[offsets[c]]` up to `order[offsets[c + 1]]`, ascending. */
export interface Cells {
  readonly order: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Sorts users into `count` cells by their code; −1 belongs to none. */
export function cellsOf(codes: Int32Array, count: number): Cells {
  const offsets = new Uint32Array(count + 1);
  for (let user = 0; user < codes.length; ++user) {
    const code = codes[user]!;
    if (code >= 0) ++offsets[code + 1]!;
  }
  for (let cell = 0; cell < count; ++cell) offsets[cell + 1]! += offsets[cell]!;
  const order = new Uint32Array(offsets[count]!);
  const next = offsets.slice(0, count);
  for (let user = 0; user < codes.length; ++user) {
    const code = codes[user]!;
    if (code >= 0) order[next[code]!++] = user;
  }
  return { order, offsets };
}

/** The users of a cell; with `matured` those marked 1 there. Within `withScratch` they may be of its memory. */
export function usersIn(
  { order, offsets }: Cells,
  cell: number,
  matured: Uint8Array | null,
): Uint32Array {
  const users = order.subarray(offsets[cell]!, offsets[cell + 1]!);
  if (matured === null) return users;
  const ready = scratchIndexes(users.length);
  let count = 0;
  for (let i = 0; i < users.length; ++i) if (matured[users[i]!] === 1) ready[count++] = users[i]!;
  return ready.subarray(0, count);
}

export function sizeOf({ offsets }: Cells, cell: number): number {
  return offsets[cell + 1]! - offsets[cell]!;
}
