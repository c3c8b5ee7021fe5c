import { describe, expect, it } from 'vitest';
import { silence } from '../../src/stats/duration';

describe('silence(arrivals)', () => {
  it.each([
    [[5, 5, 5], 0],
    [[5, 5, 0], 0],
    [[5, 5, 0, 0], 2],
    [[5, 0, 0, 5, 0, 0], 0],
    [[5, 0, 0, 5, 0, 0, 0], 3],
    [[5, 0, 0, 0, 5, 0, 5, 0, 0, 0], 0],
    [[], 0],
  ])('of %j is %d days', (arrivals, days) => {
    expect(silence(arrivals)).toBe(days);
  });
});
