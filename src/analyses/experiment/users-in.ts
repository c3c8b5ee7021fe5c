import type { Cells } from '../../base/cells';
import { scratchIndexes } from '../../base/scratch';

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
