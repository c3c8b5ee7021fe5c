/** An estimate with its confidence interval, all in the same unit. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Whether 0 lies outside `[low, high]`. */
export function excludesZero({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}
