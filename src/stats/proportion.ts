/** How many of `n` did it. */
export interface Proportion {
  readonly n: number;
  /** A whole number from 0 to `n`. */
  readonly successes: number;
}

/** Successes per trial, from 0 to 1. Needs `n ≥ 1`. */
export function rate({ n, successes }: Proportion): number {
  if (!(n >= 1 && successes >= 0 && successes <= n)) {
    throw new RangeError(`rate: ${successes} of ${n}`);
  }
  return successes / n;
}

/** Both samples as one. */
export function pooled(a: Proportion, b: Proportion): Proportion {
  return { n: a.n + b.n, successes: a.successes + b.successes };
}

/** Those who did not do it, as the ones counted. */
export function failures({ n, successes }: Proportion): Proportion {
  return { n, successes: n - successes };
}
