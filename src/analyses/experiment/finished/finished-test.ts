import { Problem } from '../../../base/problem';

/** One arm of a test as it was counted elsewhere. */
export interface FinishedArm {
  readonly name: string;
  readonly users: number;
  readonly conversions: number;
}

/** A test of which only counts are known. */
export interface FinishedTest {
  /** Null where there is only one. */
  readonly name: string | null;
  /** In the order in which they first appear. */
  readonly arms: readonly FinishedArm[];
}

/** A row of counts; NaN where a number is missing. */
export interface CountedRow extends FinishedArm {
  readonly test: string | null;
}

/** The rows by test and arm, both in the order of their first row; several rows of one arm add up. */
export function testsIn(rows: readonly CountedRow[]): FinishedTest[] {
  const tests = new Map<string | null, Map<string, FinishedArm>>();
  for (const { test, name, users, conversions } of rows) {
    const arms = tests.get(test) ?? new Map<string, FinishedArm>();
    tests.set(test, arms);
    const before = arms.get(name) ?? { name, users: 0, conversions: 0 };
    const sum = { users: before.users + users, conversions: before.conversions + conversions };
    arms.set(name, { name, ...sum });
  }
  return [...tests].map(([name, arms]) => ({ name, arms: [...arms.values()] }));
}

/**
 * Checks that these are counts: whole numbers, not more conversions than users.
 *
 * @throws {Problem} `not-counts`
 */
export function requireCounts({ arms }: FinishedTest): void {
  for (const { name, users, conversions } of arms) {
    const areWhole = Number.isSafeInteger(users) && Number.isSafeInteger(conversions);
    if (areWhole && conversions >= 0 && conversions <= users) continue;
    throw new Problem('not-counts', {
      arm: name,
      users: Number.isFinite(users) ? users : null,
      conversions: Number.isFinite(conversions) ? conversions : null,
    });
  }
}
