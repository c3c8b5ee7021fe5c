import { describe, expect, it } from 'vitest';
import { withoutSmallGroups } from '../../src/session/small-groups';

describe('withoutSmallGroups', () => {
  it('takes out small groups and cohorts, whether they count users or customers', () => {
    const result = {
      customers: 33,
      groups: [
        { name: 'A', customers: 30, orders: [] },
        { name: 'B', customers: 3, orders: [] },
      ],
      cohorts: [
        { cohort: '2026-01-01', customers: 9, orders: [] },
        { cohort: '2026-02-01', customers: 24, orders: [] },
      ],
    };
    expect(withoutSmallGroups(result, 10)).toEqual({
      result: { ...result, groups: [result.groups[0]], cohorts: [result.cohorts[1]] },
      groups: 2,
    });
  });
});
