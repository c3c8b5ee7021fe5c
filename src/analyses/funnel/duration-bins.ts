import { sortedQuantile } from '../../stats/sample-quantile';
import type { Conversion } from './result';

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];

/** Widths that people count in. */
const WIDTHS = [
  ...[1, 2, 5, 10, 50, 100].map((n) => n * 10),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 28, 91, 182, 364].map((n) => n * DAY),
];

const MOST_BINS = 20;

/** Bins as wide as each other that hold nineteen of twenty durations, and one for the longest. */
export function binsOf(sorted: Float64Array): Conversion['histogram'] {
  if (sorted.length === 0) return [];
  const most = sortedQuantile(sorted, 0.95);
  const width = WIDTHS.find((each) => most / each < MOST_BINS) ?? WIDTHS.at(-1)!;
  const count = Math.floor(most / width) + 1;
  const bins = Array.from({ length: count }, (_, i) => ({
    fromMs: i * width,
    toMs: (i + 1) * width,
    users: 0,
  }));
  const longest = sorted.at(-1)!;
  const rest = { fromMs: count * width, toMs: Math.max(longest, count * width), users: 0 };
  for (const duration of sorted) ++(bins[Math.floor(duration / width)] ?? rest).users;
  return rest.users > 0 ? [...bins, rest] : bins;
}
