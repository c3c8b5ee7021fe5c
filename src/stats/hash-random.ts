/**
 * A number in [0, 1) that depends on the three whole numbers alone, so that it is the same whatever
 * the order in which users come and whichever worker asks.
 */
export function hashRandom(seed: number, replicate: number, user: number): number {
  let h = mixed(seed ^ 0x9e3779b9);
  h = mixed(h ^ replicate);
  h = mixed(h ^ user);
  return h / 4294967296;
}

/**
 * How often a user is drawn in a bootstrap replicate: Poisson with mean 1, from `hashRandom`.
 *
 * @see Chamandy, N. et al. (2012). Estimating uncertainty for massive data streams. Google.
 */
export function poissonWeight(seed: number, replicate: number, user: number): number {
  let rest = hashRandom(seed, replicate, user) - Math.exp(-1);
  let chance = Math.exp(-1);
  let weight = 0;
  while (rest >= 0) {
    ++weight;
    chance /= weight;
    rest -= chance;
    if (weight > 12) break;
  }
  return weight;
}

/** A 32-bit hash in which every bit of the input reaches every bit of the output (C. Wellons' lowbias32). */
function mixed(input: number): number {
  let x = input >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}
