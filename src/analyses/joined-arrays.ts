/** The arrays behind one another; at least one. */
export function concat<T extends Float64Array | Int32Array | Uint32Array | Uint8Array>(
  parts: readonly T[],
): T {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new (parts[0]!.constructor as new (length: number) => T)(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part as never, at);
    at += part.length;
  }
  return whole;
}

/** Positions in parts of these sizes as positions in the whole. */
export function shifted(parts: readonly Uint32Array[], sizes: readonly number[]): Uint32Array[] {
  let before = 0;
  return parts.map((part, i) => {
    const from = before;
    before += sizes[i]!;
    return part.map((position) => position + from);
  });
}

/** Codes into one list of values: blocks of one file share theirs, others need not. */
export function recoded(
  parts: readonly { readonly values: readonly string[]; readonly codes: Int32Array }[],
): { values: readonly string[]; codes: Int32Array } {
  const [first] = parts;
  if (parts.every(({ values }) => values === first!.values)) {
    return { values: first!.values, codes: concat(parts.map(({ codes }) => codes)) };
  }
  const positions = new Map<string, number>();
  const codes = parts.map((part) => {
    const own = part.values.map((value) => {
      const position = positions.get(value) ?? positions.size;
      positions.set(value, position);
      return position;
    });
    return part.codes.map((code) => (code < 0 ? -1 : own[code]!));
  });
  return { values: [...positions.keys()], codes: concat(codes) };
}
