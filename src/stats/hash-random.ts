/**
 * A whole number from 0 to 2³² − 1 that looks random and depends on the given whole numbers alone, so
 * that it is the same whatever the order in which users come and whichever worker asks.
 */
function hashOf(...keys: readonly number[]): number {
  return keys.reduce((hash, key) => mixed(hash ^ key), START);
}

/** A number in [0, 1) that depends on the given whole numbers alone. */
export function hashRandom(...keys: readonly number[]): number {
  return hashOf(...keys) / RANGE;
}

/** A number in [0, 1) that depends on the whole number and the text alone. */
export function textRandom(seed: number, text: string): number {
  let hash = mixed(START ^ seed);
  for (let i = 0; i < text.length; ++i) hash = mixed(hash ^ text.charCodeAt(i));
  return hash / RANGE;
}

/**
 * Fills `weights` with how often each user is drawn in a bootstrap replicate: Poisson with mean 1, its
 * chances rounded to 1/65,536, depending on seed, replicate and user alone.
 *
 * @see Chamandy, N. et al. (2012). Estimating uncertainty for massive data streams. Google.
 */
export function drawPoisson(
  weights: Uint8Array,
  users: ArrayLike<number>,
  seed: number,
  replicate: number,
): void {
  const hash = hashOf(seed, replicate);
  for (let i = 0; i < weights.length; ++i) {
    weights[i] = POISSON_WEIGHTS[mixed(hash ^ users[i]!) >>> 16]!;
  }
}

const START = 0x9e3779b9;
const RANGE = 2 ** 32;

/** The weight for each value of the upper 16 bits: looked up, because a loop takes three times as long. */
const POISSON_WEIGHTS = Uint8Array.from({ length: 65_536 }, (_, bits) => {
  const share = (bits + 0.5) / 65_536;
  let term = Math.exp(-1);
  let weight = 0;
  for (let sum = term; sum < share; sum += term) term /= ++weight;
  return weight;
});

/** A 32-bit mixer in which every bit of the input reaches every bit of the output (C. Wellons). */
function mixed(input: number): number {
  let x = input >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}
