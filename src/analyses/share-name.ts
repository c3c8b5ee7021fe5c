/** A share as the name of a row: 0.02 → 2%. */
export function shareName(share: number): string {
  return `${Number((100 * share).toPrecision(12))}%`;
}
