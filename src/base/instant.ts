const DAY = 86_400_000;
const LAST_DATE = 8.64e15;

/** Whether a number of epoch ms is an instant whose day can be told in any time zone. */
export function isInstant(ms: number): boolean {
  return Math.abs(ms) <= LAST_DATE - DAY;
}
