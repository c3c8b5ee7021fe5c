import { describe, expect, it } from 'vitest';
import type { Check, Comparison, MetricResult, State } from '../../src/analyses/experiment/result';
import { type Circumstances, verdictOf } from '../../src/analyses/experiment/verdict';

const PASSED: Check = {
  name: 'contamination',
  status: 'pass',
  users: 0,
  share: 0,
  of: 1000,
};

const CALM: Circumstances = {
  checks: [PASSED],
  treatments: ['B'],
  days: 14,
  minimumDays: 7,
  isTooEarly: false,
  isRunning: false,
  targets: new Map(),
};

/** A metric as the verdict sees it: a state for each arm, `B` first. */
function metric(
  name: string,
  role: MetricResult['role'],
  states: readonly State[],
  extra: Partial<Comparison> = {},
  mde = 0.02,
): MetricResult {
  const comparisons = states.map((state, i): Comparison => {
    const estimate = 0.01 * (i + 1);
    return {
      arm: ['B', 'C'][i]!,
      deciding: 'fixed',
      test: 'score-z',
      statistic: 1,
      df: null,
      p: 0.5,
      pAdjusted: 0.5,
      level: 0.95,
      difference: { estimate, low: -1, high: 1 },
      lift: { estimate, low: -1, high: 1 },
      state,
      ...extra,
    };
  });
  const rest = {
    type: 'proportion',
    unit: null,
    direction: 'up',
    windowMs: null,
    arms: [],
  } as const;
  return { name, role, mde, comparisons, ...rest };
}

const goal = (...states: State[]) => metric('goal', 'goal', states);
const guard = (...states: State[]) => metric('guard', 'guardrail', states);
const unmeasured = (role: 'goal' | 'guardrail') =>
  metric(role, role, ['not-enough'], { problem: { code: 'tied-quantile', args: { value: 3 } } });
/** A share of 0 in every arm. */
const undone = (role: 'goal' | 'guardrail') =>
  metric(role, role, ['not-enough'], { problem: { code: 'same-value', args: { value: 0 } } });
const margin = (state: 'non-inferior' | 'inferior' | 'unclear', of: State = 'unclear') =>
  metric('guard', 'guardrail', [of], { margin: { relative: 0.02, p: 0.5, state } });

describe('verdictOf', () => {
  it.each([
    ['ships a better goal', [goal('better')], {}, 'ship', 'goal-better-guardrails-safe'],
    ['stops a worse goal', [goal('worse')], {}, 'do-not-ship', 'goal-worse'],
    [
      'leaves goals that disagree to the owner',
      [goal('better'), metric('other', 'goal', ['worse'])],
      {},
      'inconclusive',
      'goals-disagree',
    ],
    [
      'stops a worse guardrail',
      [goal('better'), guard('worse')],
      {},
      'do-not-ship',
      'guardrail-worse',
    ],
    [
      'does not mind a worse secondary',
      [goal('better'), metric('extra', 'secondary', ['worse'])],
      {},
      'ship',
      'goal-better-guardrails-safe',
    ],
    [
      'lets a guardrail be worse within its margin',
      [goal('better'), margin('non-inferior', 'worse')],
      {},
      'ship',
      'goal-better-guardrails-safe',
    ],
    [
      'stops beyond a margin',
      [goal('better'), margin('inferior')],
      {},
      'do-not-ship',
      'guardrail-worse',
    ],
    [
      'waits for a margin to be shown',
      [goal('better'), margin('unclear')],
      {},
      'keep-running',
      'guardrail-not-shown-safe',
    ],
    [
      'does not ship past a guardrail that cannot be measured',
      [goal('better'), unmeasured('guardrail')],
      {},
      'inconclusive',
      'guardrail-not-measured',
    ],
    [
      'ships where nobody in any arm did what a guardrail counts',
      [goal('better'), undone('guardrail')],
      {},
      'ship',
      'goal-better-guardrails-safe',
    ],
    [
      'does not call a goal that cannot be measured too few users',
      [unmeasured('goal')],
      {},
      'inconclusive',
      'goal-not-measured',
    ],
    [
      'waits for users where nobody has done yet what the goal counts',
      [undone('goal')],
      {},
      'keep-running',
      'too-few-users',
    ],
    ['waits for the least days', [goal('better')], { days: 6.9 }, 'keep-running', 'too-few-days'],
    [
      'ships without times',
      [goal('better')],
      { days: null },
      'ship',
      'goal-better-guardrails-safe',
    ],
    [
      'stops a worse goal before the least days',
      [goal('worse')],
      { days: 1 },
      'do-not-ship',
      'goal-worse',
    ],
    ['waits for users', [goal('not-enough')], {}, 'keep-running', 'too-few-users'],
    [
      'waits until the target could be seen',
      [goal('unclear')],
      { targets: new Map([['goal', 0.01]]) },
      'keep-running',
      'target-not-reached',
    ],
    [
      'gives up once the target could have been seen',
      [goal('unclear')],
      { targets: new Map([['goal', 0.03]]) },
      'inconclusive',
      'no-clear-difference',
    ],
    ['finds no effect', [goal('same')], {}, 'no-effect', 'within-target'],
    ['is undecided without a target', [goal('unclear')], {}, 'inconclusive', 'no-clear-difference'],
    [
      'waits for the planned end',
      [goal('unclear')],
      { isRunning: true },
      'keep-running',
      'planned-end-not-reached',
    ],
    [
      'ships before the planned end when looking is allowed',
      [goal('better')],
      { isRunning: true },
      'ship',
      'goal-better-guardrails-safe',
    ],
    [
      'says nothing before the one planned look',
      [goal('better')],
      { isTooEarly: true },
      'keep-running',
      'planned-end-not-reached',
    ],
    [
      'trusts nothing when too many users saw both arms',
      [goal('better')],
      { checks: [{ ...PASSED, status: 'fail' } as Check] },
      'not-trusted',
      'too-many-in-two-arms',
    ],
  ] as const)('%s', (_, metrics, context, decision, rule) => {
    const verdict = verdictOf(metrics, { ...CALM, ...context });
    expect(verdict).toMatchObject({ decision, rule });
    expect(verdict.arms[0]).toMatchObject({ arm: 'B', decision, rule });
  });

  it('lets a worse arm be said where another cannot be measured', () => {
    const [unknown] = unmeasured('goal').comparisons;
    const [, worse] = goal('unclear', 'worse').comparisons;
    const mixed = { ...goal('unclear', 'worse'), comparisons: [unknown!, worse!] };
    expect(verdictOf([mixed], { ...CALM, treatments: ['B', 'C'] })).toMatchObject({
      decision: 'do-not-ship',
      arm: 'C',
    });
  });

  it('ships the best of several arms', () => {
    const context = { ...CALM, treatments: ['B', 'C'] };
    expect(verdictOf([goal('better', 'better')], context)).toMatchObject({
      decision: 'ship',
      arm: 'C',
    });
    expect(verdictOf([goal('better', 'worse')], context)).toMatchObject({
      decision: 'ship',
      arm: 'B',
    });
    const down = { ...goal('better', 'better'), direction: 'down' } as const;
    expect(verdictOf([down], context).arm).toBe('B');
  });

  it('keeps running while one arm may still win', () => {
    const context = { ...CALM, treatments: ['B', 'C'] };
    expect(verdictOf([goal('worse', 'not-enough')], context)).toMatchObject({
      decision: 'keep-running',
      arm: 'C',
    });
  });

  it('does not call several arms inconclusive when one is to be stopped', () => {
    const context = { ...CALM, treatments: ['B', 'C'] };
    const metrics = [goal('unclear', 'better'), guard('unclear', 'worse')];
    expect(verdictOf(metrics, context)).toMatchObject({
      decision: 'do-not-ship',
      rule: 'guardrail-worse',
      arm: 'C',
      arms: [{ decision: 'inconclusive' }, { metric: 'guard' }],
    });
    expect(verdictOf([goal('worse', 'worse')], context)).toMatchObject({
      decision: 'do-not-ship',
      arm: null,
    });
  });
});
