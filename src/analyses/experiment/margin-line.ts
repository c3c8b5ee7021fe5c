import type { Comparison, MetricResult } from './result';

/** Where the margin of a guardrail lies on the axis of lifts. */
export function marginLine(
  { margin }: Comparison,
  { direction }: MetricResult,
): number | undefined {
  if (!margin) return undefined;
  return direction === 'up' ? -margin.relative : margin.relative;
}
