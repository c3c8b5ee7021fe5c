/** Who is called so: scores from and to, both included. */
export interface SegmentRule {
  readonly name: string;
  readonly recency: readonly [from: number, to: number];
  /** The mean of the scores of frequency and monetary value. */
  readonly fm: readonly [from: number, to: number];
}

/** The first rule that fits names a customer; together they fit all. */
export const SEGMENTS: readonly SegmentRule[] = [
  { name: 'champions', recency: [4, 5], fm: [4.5, 5] },
  { name: 'loyal', recency: [3, 5], fm: [3.5, 5] },
  { name: 'potential-loyalists', recency: [4, 5], fm: [2, 3] },
  { name: 'new', recency: [5, 5], fm: [1, 1.5] },
  { name: 'promising', recency: [4, 4], fm: [1, 1.5] },
  { name: 'need-attention', recency: [3, 3], fm: [2, 3] },
  { name: 'about-to-sleep', recency: [3, 3], fm: [1, 1.5] },
  { name: 'cannot-lose', recency: [1, 1], fm: [4.5, 5] },
  { name: 'at-risk', recency: [1, 2], fm: [3, 5] },
  { name: 'hibernating', recency: [2, 2], fm: [1, 2.5] },
  { name: 'lost', recency: [1, 1], fm: [1, 2.5] },
];

/** What those are called whom no rule fits. */
export const OTHER = '(other)';

/** The rules by name and, for each of the 125 cells, which of the names it has. */
export interface SegmentMap {
  /** Those of the rules in their order; `(other)` last where some cell fits none. */
  readonly names: readonly string[];
  /** By `cellOf`. */
  readonly ofCell: Uint8Array;
}

export function segmentMap(rules: readonly SegmentRule[]): SegmentMap {
  const ofCell = Uint8Array.from({ length: 125 }, (_, cell) => {
    const { recency, frequency, monetary } = scoresOf(cell);
    const fm = (frequency + monetary) / 2;
    const found = rules.findIndex((rule) => isIn(recency, rule.recency) && isIn(fm, rule.fm));
    return found < 0 ? rules.length : found;
  });
  const names = rules.map(({ name }) => name);
  return { names: ofCell.includes(rules.length) ? [...names, OTHER] : names, ofCell };
}

/** The position of three scores, each 1 to 5, among the 125 cells. */
export function cellOf(recency: number, frequency: number, monetary: number): number {
  return 25 * (recency - 1) + 5 * (frequency - 1) + (monetary - 1);
}

export function scoresOf(cell: number) {
  return {
    recency: Math.floor(cell / 25) + 1,
    frequency: (Math.floor(cell / 5) % 5) + 1,
    monetary: (cell % 5) + 1,
  };
}

function isIn(score: number, [from, to]: readonly [from: number, to: number]): boolean {
  return score >= from && score <= to;
}
