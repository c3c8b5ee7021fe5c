/** Things by the cell they are in, named by their indexes: those of cell `c` stand at `order[offsets[c]]` up to `order[offsets[c + 1]]`, ascending. */
export interface Cells {
  readonly order: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Sorts things into `count` cells by their codes; −1 belongs to none. */
export function cellsOf(codes: Int32Array, count: number): Cells {
  const offsets = new Uint32Array(count + 1);
  for (let i = 0; i < codes.length; ++i) {
    const code = codes[i]!;
    if (code >= 0) ++offsets[code + 1]!;
  }
  for (let cell = 0; cell < count; ++cell) offsets[cell + 1]! += offsets[cell]!;
  const order = new Uint32Array(offsets[count]!);
  const next = offsets.slice(0, count);
  for (let i = 0; i < codes.length; ++i) {
    const code = codes[i]!;
    if (code >= 0) order[next[code]!++] = i;
  }
  return { order, offsets };
}
