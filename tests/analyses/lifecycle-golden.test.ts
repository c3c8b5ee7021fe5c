import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lifecycle } from '../../src/analyses/lifecycle/lifecycle';
import type { LifecycleResult } from '../../src/analyses/lifecycle/result';
import type { Dataset } from '../../src/data/dataset';
import { cdnow, ecomEvents, isPublicDataMissing } from './public-data';
import { outcomeOf } from './run';

interface Golden {
  readonly retention: {
    readonly monthly: readonly Cohort[];
    readonly weekly: readonly Cohort[];
    readonly weekly_active: readonly { readonly week: string; readonly users: number }[];
    readonly dau: { mean: number; max: number; max_date: string; days_with_events: number };
  };
}

interface Cohort {
  readonly cohort: string;
  readonly size: number;
  readonly active: readonly (number | null)[];
}

/** Counts made with pandas; each file states its definitions. */
function golden(name: string): Golden['retention'] {
  return (JSON.parse(readFileSync(`../shared/golden/${name}.json`, 'utf8')) as Golden).retention;
}

const ROLES = { user: 'user_id', time: 'timestamp', event: 'event' };

function lifecycleOf(dataset: Dataset, given: object, roles?: typeof ROLES): LifecycleResult {
  return outcomeOf(lifecycle, dataset, given, roles && { roles }).result;
}

const missing = isPublicDataMissing();

describe.skipIf(missing)('the lifecycle of CDNOW', () => {
  it('has the weekly customers of the reference, the last week unfinished', () => {
    const { rows } = lifecycleOf(cdnow(), { period: 'week' });
    const weeks = rows.map(({ start, active, activeSoFar }) => {
      return { week: start, users: active ?? activeSoFar };
    });
    expect(weeks).toEqual(golden('cdnow').weekly_active);
    expect(rows.at(-1)).toMatchObject({ complete: false, activeSoFar: 108 });
  });

  it('has the monthly cohorts of the reference as its new customers, and their sums as active', () => {
    const { rows } = lifecycleOf(cdnow(), { period: 'month' });
    const cohorts = golden('cdnow').monthly;
    expect(rows).toHaveLength(18);
    expect(rows.map((row) => row.new! + row.unknown!)).toEqual([
      ...cohorts.map(({ size }) => size),
      ...Array<number>(15).fill(0),
    ]);
    for (const [month, { active }] of rows.entries()) {
      const sum = cohorts.reduce((sum, each, i) => sum + (each.active[month - i] ?? 0), 0);
      expect(active).toBe(sum);
    }
    // Customers of January who bought again in February.
    expect(rows[1]!.returning).toBe(cohorts[0]!.active[1]);
    expect(rows[1]!.dormant).toBe(cohorts[0]!.size - cohorts[0]!.active[1]!);
  });

  it('has the daily customers of the reference', () => {
    const { stickiness } = lifecycleOf(cdnow(), { period: 'day' });
    const { mean, max, max_date, days_with_events } = golden('cdnow').dau;
    const days = stickiness.filter(({ dau }) => dau > 0);
    expect(days).toHaveLength(days_with_events);
    expect(days.reduce((sum, { dau }) => sum + dau, 0) / days.length).toBeCloseTo(mean, 9);
    expect(days.filter(({ dau }) => dau === max).map(({ start }) => start)).toContain(max_date);
    expect(Math.max(...days.map(({ dau }) => dau))).toBe(max);
  });
});

describe.skipIf(missing)('the lifecycle of the shop log ecom_events', () => {
  // The reference takes the last week as observed to its end, Sunday.
  const through = { completeThrough: '2024-06-30' };

  it('has the weekly users and new users of the reference', async () => {
    const { rows } = lifecycleOf(await ecomEvents(), { period: 'week', ...through }, ROLES);
    const { weekly_active, weekly } = golden('ecom_events');
    expect(rows.map(({ start, active }) => ({ week: start, users: active }))).toEqual(
      weekly_active,
    );
    const sizes = new Map(weekly.map(({ cohort, size }) => [cohort, size]));
    for (const row of rows) expect(row.new! + row.unknown!).toBe(sizes.get(row.start) ?? 0);
  });

  it('has the daily users of the reference', async () => {
    const { stickiness } = lifecycleOf(
      await ecomEvents(),
      { completeThrough: '2024-06-29' },
      ROLES,
    );
    const { mean, max, max_date, days_with_events } = golden('ecom_events').dau;
    const days = stickiness.filter(({ dau }) => dau > 0);
    expect(days).toHaveLength(days_with_events);
    expect(days.reduce((sum, { dau }) => sum + dau, 0) / days.length).toBeCloseTo(mean, 9);
    expect(Math.max(...days.map(({ dau }) => dau))).toBe(max);
    expect(days.filter(({ dau }) => dau === max).map(({ start }) => start)).toContain(max_date);
  });
});
