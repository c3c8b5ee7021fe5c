import type {
  ArmVerdict,
  Check,
  Comparison,
  Decision,
  MetricResult,
  Rule,
  Verdict,
} from './result';
import { kindOf } from './metric-kind';
import { isUnmeasured } from './unmeasured';

/** What the verdict is made from, apart from metrics. */
export interface Circumstances {
  readonly checks: readonly Check[];
  /** Arms compared with the control. */
  readonly treatments: readonly string[];
  readonly days: number | null;
  readonly minimumDays: number;
  /** An end was planned and is not reached, and nothing but the planned end may decide. */
  readonly isTooEarly: boolean;
  /** An end was planned and is not reached. */
  readonly isRunning: boolean;
  /** Relative change that each metric was to show, by metric name. */
  readonly targets: ReadonlyMap<string, number>;
}

/** Decisions about all arms, the one that says most first. */
const STRONGEST: readonly Decision[] = [
  'ship',
  'keep-running',
  'do-not-ship',
  'no-effect',
  'inconclusive',
];

/**
 * The decision for each arm and for the experiment: the arm that says most decides, and of several
 * to ship the one with the highest lift of the first goal. Only states are read, and states are read
 * from the intervals, so the verdict cannot contradict what is drawn.
 */
export function verdictOf(metrics: readonly MetricResult[], context: Circumstances): Verdict {
  const distrust = reasonForDistrust(context.checks);
  if (distrust !== null) {
    const arms = context.treatments.map((arm) => decided(arm, 'not-trusted', distrust));
    return { decision: 'not-trusted', rule: distrust, arm: null, arms };
  }
  const arms = context.treatments.map((arm) => armVerdict(arm, metrics, context));
  for (const decision of STRONGEST) {
    const those = arms.filter((each) => each.decision === decision);
    if (those.length === 0) continue;
    const best = decision === 'ship' ? highestLift(those, metrics) : those[0]!;
    const isAboutAll = decision !== 'ship' && arms.length > 1 && those.length === arms.length;
    return { decision, rule: best.rule, arm: isAboutAll ? null : best.arm, arms };
  }
  throw new RangeError('verdictOf: no arm to decide on');
}

function reasonForDistrust(checks: readonly Check[]): Rule | null {
  const failed = (name: Check['name']): boolean =>
    checks.some((check) => check.name === name && check.status === 'fail');
  if (failed('srm')) return 'split-does-not-match';
  if (failed('activation')) return 'activated-unevenly';
  if (failed('contamination')) return 'too-many-in-two-arms';
  return failed('balance') ? 'unequal-before' : null;
}

/** A metric as one arm stands in it. */
interface Contested {
  readonly metric: MetricResult;
  readonly comparison: Comparison;
}

function armVerdict(
  arm: string,
  metrics: readonly MetricResult[],
  context: Circumstances,
): ArmVerdict {
  const those: Contested[] = metrics.map((metric) => ({
    metric,
    comparison: metric.comparisons.find((each) => each.arm === arm)!,
  }));
  const goals = those.filter(({ metric }) => metric.role === 'goal');
  const guardrails = those.filter(({ metric }) => metric.role === 'guardrail');
  const inState = (list: readonly Contested[], state: Comparison['state']) =>
    list.find(({ comparison }) => comparison.state === state)?.metric.name ?? null;

  if (context.isTooEarly) return decided(arm, 'keep-running', 'planned-end-not-reached');
  const blocking = guardrails.find(({ comparison }) => isBlocked(comparison));
  if (blocking) return decided(arm, 'do-not-ship', 'guardrail-worse', blocking.metric.name);
  const better = inState(goals, 'better');
  const worse = inState(goals, 'worse');
  if (worse !== null && better === null) return decided(arm, 'do-not-ship', 'goal-worse', worse);
  if (worse !== null) return decided(arm, 'inconclusive', 'goals-disagree', worse);
  const open = guardrails.find(({ comparison }) => comparison.margin?.state === 'unclear');
  if (better !== null) {
    const unknown = guardrails.find((each) => isUnmeasured(each.comparison) && !isUniform(each));
    if (unknown) {
      return decided(arm, 'inconclusive', 'guardrail-not-measured', unknown.metric.name);
    }
    if (open) return decided(arm, 'keep-running', 'guardrail-not-shown-safe', open.metric.name);
    if (context.days !== null && context.days < context.minimumDays) {
      return decided(arm, 'keep-running', 'too-few-days', better);
    }
    return decided(arm, 'ship', 'goal-better-guardrails-safe', better);
  }
  return undecided(arm, goals, context);
}

/** No goal is better and none is worse. */
function undecided(arm: string, goals: readonly Contested[], context: Circumstances): ArmVerdict {
  const first = goals[0]?.metric.name ?? null;
  const unknown = goals.find((each) => isUnmeasured(each.comparison) && !isUniform(each));
  if (unknown) return decided(arm, 'inconclusive', 'goal-not-measured', unknown.metric.name);
  const rare = goals.find(({ comparison }) => comparison.state === 'not-enough');
  if (rare) return decided(arm, 'keep-running', 'too-few-users', rare.metric.name);
  const blurred = goals.find(({ metric, comparison }) => {
    const target = context.targets.get(metric.name);
    const isOpen = comparison.state === 'unclear';
    return isOpen && target !== undefined && metric.mde !== null && metric.mde > target;
  });
  if (blurred) return decided(arm, 'keep-running', 'target-not-reached', blurred.metric.name);
  if (goals.length > 0 && goals.every(({ comparison }) => comparison.state === 'same')) {
    return decided(arm, 'no-effect', 'within-target', first);
  }
  return context.isRunning
    ? decided(arm, 'keep-running', 'planned-end-not-reached', first)
    : decided(arm, 'inconclusive', 'no-clear-difference', first);
}

/** Nobody in any arm did it, such as complain, or everybody: more users may tell, and there is no sign of harm. */
function isUniform({ metric, comparison: { problem } }: Contested): boolean {
  return problem?.code === 'same-value' && kindOf(metric.type) === 'rate';
}

/** With a margin a guardrail blocks when it is wholly beyond it, without one when it is worse. */
function isBlocked({ margin, state }: Comparison): boolean {
  return margin ? margin.state === 'inferior' : state === 'worse';
}

function decided(
  arm: string,
  decision: Decision,
  rule: Rule,
  metric: string | null = null,
): ArmVerdict {
  return { arm, decision, rule, metric };
}

function highestLift(arms: readonly ArmVerdict[], metrics: readonly MetricResult[]): ArmVerdict {
  const goal = metrics.find(({ role }) => role === 'goal')!;
  const sign = goal.direction === 'up' ? 1 : -1;
  // One control for all: the highest difference is the highest lift, and is there without a lift.
  const gain = ({ arm }: ArmVerdict): number => {
    const { estimate } = goal.comparisons.find((each) => each.arm === arm)!.difference;
    return estimate === null ? -Infinity : sign * estimate;
  };
  return arms.reduce((best, each) => (gain(each) > gain(best) ? each : best));
}
