/** The positions of a list of so many, in order. A loop: reading an iterator takes many times as long. */
export function everyPosition(count: number): Uint32Array {
  const positions = new Uint32Array(count);
  for (let i = 0; i < count; ++i) positions[i] = i;
  return positions;
}

/** Those of some positions that pass a test; a loop, because `filter` takes several times as long. */
export function chosen(positions: Uint32Array, test: (i: number) => boolean): Uint32Array {
  const found = new Uint32Array(positions.length);
  let count = 0;
  for (let at = 0; at < positions.length; ++at) {
    const i = positions[at]!;
    if (test(i)) found[count++] = i;
  }
  return found.slice(0, count);
}

/** How many users stand behind some positions, where those of a user stand together. */
export function usersBehind(user: Uint32Array, positions: Uint32Array): number {
  let count = 0;
  let last = -1;
  for (let at = 0; at < positions.length; ++at) {
    const who = user[positions[at]!]!;
    if (who !== last) ++count;
    last = who;
  }
  return count;
}
