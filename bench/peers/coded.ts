/** Texts as numbers of distinct texts, as an index of users needs them; −1 is nothing. */
export function coded(length: number, textAt: (row: number) => string | null | undefined) {
  const known = new Map<string, number>();
  const codes = new Int32Array(length);
  for (let row = 0; row < length; ++row) {
    const text = textAt(row);
    let code = text === null || text === undefined ? -1 : known.get(text);
    if (code === undefined) known.set(text!, (code = known.size));
    codes[row] = code;
  }
  return { codes, values: [...known.keys()] };
}
