/** What a rule says of a period: it fires, it does not, or it cannot tell. */
export type Verdict = boolean | null;

/** The complete periods a rule looks at, in order; null where the metric has no value. */
export type Values = readonly (number | null)[];

/** Whether each of the last `runs` verdicts of a period is true; unknown where one of them is. */
export function running(each: readonly Verdict[], runs: number): Verdict[] {
  return each.map((_, i) => {
    if (i + 1 < runs) return null;
    const last = each.slice(i + 1 - runs, i + 1);
    return last.includes(null) ? null : last.every((verdict) => verdict);
  });
}
