import { binomialDensity } from './binomial-density';

/** An urn of `n` balls, `successes` of them red, from which `draws` are taken without return. */
export interface Urn {
  readonly n: number;
  readonly successes: number;
  readonly draws: number;
}

/** The least and the most red balls that can be drawn. */
export function support({ n, successes, draws }: Urn): readonly [number, number] {
  return [Math.max(0, draws + successes - n), Math.min(draws, successes)];
}

/** The probability of drawing exactly `k` red balls. */
export function density(k: number, { n, successes, draws }: Urn): number {
  const [least, most] = support({ n, successes, draws });
  if (k < least || k > most) return 0;
  const p = draws / n;
  return (
    (binomialDensity(k, successes, p) * binomialDensity(draws - k, n - successes, p)) /
    binomialDensity(draws, n, p)
  );
}
