/** Users by cell: those of cell `c` stand at `order[offsets[c]]` up to `order[offsets[c + 1]]`, ascending. */
export interface Cells {
  readonly order: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Sorts users into `count` cells by their code; −1 belongs to none. */
export function cellsOf(codes: Int32Array, count: number): Cells {
  const offsets = new Uint32Array(count + 1);
  for (const code of codes) if (code >= 0) ++offsets[code + 1]!;
  for (let cell = 0; cell < count; ++cell) offsets[cell + 1]! += offsets[cell]!;
  const order = new Uint32Array(offsets[count]!);
  const next = offsets.slice(0, count);
  codes.forEach((code, user) => {
    if (code >= 0) order[next[code]!++] = user;
  });
  return { order, offsets };
}

/** The users of a cell; with `matured` those marked 1 there. */
export function usersIn(
  { order, offsets }: Cells,
  cell: number,
  matured: Uint8Array | null,
): Uint32Array {
  const users = order.subarray(offsets[cell]!, offsets[cell + 1]!);
  return matured === null ? users : users.filter((user) => matured[user] === 1);
}

export function sizeOf({ offsets }: Cells, cell: number): number {
  return offsets[cell + 1]! - offsets[cell]!;
}
