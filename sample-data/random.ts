/** A stream of numbers, each in [0, 1). */
export type Random = () => number;

/**
 * A stream that depends on nothing but its key, so that a change in one place of the
 * generator leaves the draws of every other place as they were.
 *
 * @see Doty-Humphrey, C. (2010). Practically Random: the generator sfc32.
 */
export function random(...key: readonly (string | number)[]): Random {
  const text = key.join('/');
  let a = hash(text, 1);
  let b = hash(text, 2);
  let c = hash(text, 3);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first rounds still show the key.
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** A standard normal number (Box and Muller, 1958). */
export function normal(next: Random): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** A positive, right-skewed number: half of them are below `median`. */
export function logNormal(next: Random, median: number, sigma: number): number {
  return median * Math.exp(sigma * normal(next));
}

/** A waiting time with the given mean. */
export function exponential(next: Random, mean: number): number {
  return -mean * Math.log(1 - next());
}

/** One name, with chances in proportion to the weights. */
export function pick<Name extends string>(
  next: Random,
  weights: Readonly<Record<Name, number>>,
): Name {
  const entries = Object.entries<number>(weights) as [Name, number][];
  let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    rest -= weight;
    if (rest < 0) return name;
  }
  return entries.at(-1)![0];
}

/** 32 bits of a text (Fowler, Noll and Vo, 1991), different for each `salt`. */
function hash(text: string, salt: number): number {
  let bits = Math.imul(0x811c9dc5, salt);
  for (let i = 0; i < text.length; i++) {
    bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  }
  return bits ^ (bits >>> 15);
}
