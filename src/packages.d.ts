/** jStat ships no types: these are the functions that `stats` uses, and no more. */
declare module 'jstat' {
  const jStat: {
    /** ln Γ(x), `x` > 0; relative error about 1e-15. */
    gammaln(x: number): number;
    /** ln B(a, b). */
    betaln(a: number, b: number): number;
    readonly tukey: {
      /** P(Q ≤ q) for the range of `means` means, studentised with `df` degrees of freedom. */
      cdf(q: number, means: number, df: number): number;
    };
  };
  export default jStat;
}
