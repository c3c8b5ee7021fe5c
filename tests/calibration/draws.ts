/** A stream of numbers, each in [0, 1) and a multiple of 2⁻³². */
export type Random = () => number;

/**
 * The stream of a name, so that no simulation depends on how much another has drawn.
 *
 * @see Blackman, D. & Vigna, S. (2021). Scrambled linear pseudorandom number generators: the
 *   generator xoshiro128++. ACM Transactions on Mathematical Software 47(4).
 */
export function random(name: string): Random {
  const fill = splitmix(hash(name));
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  return () => {
    const out = (rotated(a + d, 7) + a) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return out / 2 ** 32;
  };
}

/** A standard normal number (Box & Muller 1958). */
export function normal(next: Random): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/**
 * How many of `n` do what each does with chance `p` < 1: from one success to the next the wait is
 * geometric, so it takes as many draws as there are successes.
 */
export function binomial(next: Random, n: number, p: number): number {
  if (p === 0) return 0;
  const perTrial = Math.log1p(-p);
  let successes = -1;
  for (let trial = 0; trial <= n; ++successes) {
    trial += 1 + Math.floor(Math.log(1 - next()) / perTrial);
  }
  return successes;
}

/** Fowler, Noll & Vo's hash of a text, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; ++i) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

function splitmix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let x = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return x ^ (x >>> 15);
  };
}

function rotated(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}
