import { srm } from '../../stats/srm';
import { corrected } from '../../stats/multiple-testing';
import type { PlannedArm } from './arms';
import type { Arrivals, Check, MetricResult } from './result';

/** With fewer planned users in an arm a day or a group says little of the split. */
const FEWEST_PLANNED = 5;
const FAILS = 0.001;

/** Users of a day or of a group, in the order of the arms. */
interface Part {
  /** The column; absent of a day. */
  readonly of?: string;
  readonly value: string;
  readonly observed: readonly number[];
}

/**
 * Was traffic divided as planned on every day and in every segment? Corrected over all of them
 * (Holm). Null where nothing can be looked at.
 */
export function splitWithinCheck(
  arms: readonly PlannedArm[],
  traffic: readonly Arrivals[],
  metrics: readonly MetricResult[],
): Check | null {
  const planned = arms.filter(({ share }) => share > 0);
  const shares = planned.map(({ share }) => share);
  const names = planned.map(({ name }) => name);
  const parts = [...days(traffic, names), ...groups(metrics, names)].filter(
    ({ observed }) => sum(observed) * Math.min(...shares) >= FEWEST_PLANNED,
  );
  if (parts.length === 0) return null;
  const tests = parts.map(({ observed }) => srm(observed, shares));
  const adjusted = corrected(
    tests.map(({ p }) => p),
    'holm',
  );
  const found = parts.map((part, i) => {
    const { p, expected } = tests[i]!;
    return { ...part, arms: names, expected, p, pAdjusted: adjusted[i]!.p };
  });
  const furthest = found.reduce((a, b) => (b.p < a.p ? b : a));
  const status = furthest.pAdjusted < FAILS ? 'warn' : 'pass';
  return { name: 'split-within', status, tests: parts.length, furthest };
}

function days(traffic: readonly Arrivals[], names: readonly string[]): Part[] {
  const byDay = new Map<string, Map<string, number>>();
  for (const { date, arm, users } of traffic) {
    byDay.set(date, (byDay.get(date) ?? new Map<string, number>()).set(arm, users));
  }
  return [...byDay].map(([value, users]) => ({
    value,
    observed: names.map((name) => users.get(name) ?? 0),
  }));
}

/** The groups of the first metric: exposed users, so those of every other one too. */
function groups([metric]: readonly MetricResult[], names: readonly string[]): Part[] {
  return (metric?.segments ?? []).flatMap(({ column, groups }) =>
    groups.map(({ value, arms }) => ({
      of: column,
      value,
      observed: names.map((name) => arms.find((arm) => arm.name === name)?.users ?? 0),
    })),
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
