export const DAY = 86_400_000;

/** The date of a day counted from 1 January 1970. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
