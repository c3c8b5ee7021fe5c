import { expect } from 'vitest';

/** Fails unless `actual` is within a relative `tolerance` of `expected` (absolute where that is 0). */
export function expectClose(actual: number, expected: number, tolerance = 1e-9) {
  const gap = Math.abs(actual - expected);
  const limit = tolerance * (Math.abs(expected) || 1);
  if (!(gap <= limit)) expect(actual, `relative gap ${gap / Math.abs(expected)}`).toBe(expected);
}
