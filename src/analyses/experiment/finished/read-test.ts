import { type PlannedArm, armsOf } from '../arms';
import { splitCheck, unexpectedArmsCheck } from '../checks';
import type { CountedArm } from '../counted';
import type { Design } from '../design';
import type { ReadMetric } from '../metric-result';
import type { ExperimentParams } from '../params';
import { readingsOf } from '../readings';
import type { Check } from '../result';
import type { Summary } from '../summary';
import { type FinishedArm, type FinishedTest, requireCounts } from './finished-test';

/** A finished test, read but not yet corrected. */
export interface ReadTest {
  /** The planned arms first, the control before them. */
  readonly arms: readonly (PlannedArm & FinishedArm)[];
  readonly checks: readonly Check[];
  readonly metric: ReadMetric;
}

/**
 * Reads a finished test as an experiment of one share is read.
 *
 * @param params  of this test: its control, and one metric
 * @throws {Problem} `not-counts`, and what `armsOf` finds
 */
export function readTest(test: FinishedTest, params: ExperimentParams, design: Design): ReadTest {
  requireCounts(test);
  const names = test.arms.map(({ name }) => name);
  const arms = armsOf({ arms: names, arm: Int32Array.from(names.keys()) }, params).map((arm) => {
    const { users, conversions } = test.arms[arm.code] ?? { users: 0, conversions: 0 };
    return { ...arm, users, conversions };
  });
  const users = arms.map((arm) => arm.users);
  const isAssumed = params.split === undefined;
  const checks = [
    splitCheck(arms, users, isAssumed),
    unexpectedArmsCheck(arms, users, params.split),
  ];
  return {
    arms,
    checks: checks.filter((check) => check !== null),
    metric: readMetric(arms.filter(({ share }) => share > 0).map(countedArm), params, design),
  };
}

function readMetric(
  arms: readonly CountedArm[],
  params: ExperimentParams,
  design: Design,
): ReadMetric {
  const metric = params.metrics[0]!;
  const [control, ...treatments] = arms.map(({ summary }) => summary);
  return {
    metric,
    unit: null,
    role: 'goal',
    windowMs: null,
    cap: null,
    arms,
    readings: treatments.map((treatment) =>
      readingsOf({ control: control!, treatment }, null, metric, design, params),
    ),
  };
}

function countedArm({ name, users, conversions }: FinishedArm): CountedArm {
  const summary: Summary = {
    n: users,
    total: conversions,
    denominator: null,
    missing: 0,
    largest: null,
    active: null,
    values: { kind: 'rate', share: { n: users, successes: conversions } },
    joint: null,
  };
  return { name, users, summary };
}
