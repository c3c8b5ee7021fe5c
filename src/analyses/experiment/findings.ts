import type { Json } from '../../base/json';
import type { Finding, FindingCode, Tone } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import { kindOf } from './metric-kind';
import { marks } from './marks';
import { notes } from './notes';
import type { ExperimentParams } from './params';
import type {
  ArmVerdict,
  Check,
  Comparison,
  Decision,
  ExperimentResult,
  LeftOut,
  MetricResult,
  Verdict,
} from './result';

type PlanCheck = Extract<Check, { name: 'plan' }>;

/** Checks without which nothing is decided. */
const DECIDING: ReadonlySet<Check['name']> = new Set([
  'srm',
  'activation',
  'contamination',
  'balance',
]);

const TONES: Readonly<Record<Decision, Tone>> = {
  ship: 'good',
  'do-not-ship': 'bad',
  'keep-running': 'neutral',
  'not-trusted': 'warn',
  'no-effect': 'neutral',
  inconclusive: 'neutral',
};

/** What is said about an experiment: can it be trusted, what came out, why, and what else to know. */
export function findings(result: ExperimentResult, params: ExperimentParams): Finding[] {
  const others = notes(result, params);
  return [
    ...result.checks.flatMap((check) => chips(check, result, params)),
    ...marks(others),
    ...answers(result),
    ...result.checks.flatMap((check) => explained(check, result)),
    ...others,
  ];
}

function chips(check: Check, { arms }: ExperimentResult, params: ExperimentParams): Finding[] {
  switch (check.name) {
    case 'srm': {
      const split = arms.filter(({ expected }) => expected > 0).map(({ expected }) => expected);
      const args = { split: split.map((share) => String(Math.round(1000 * share) / 10)).join('/') };
      if (check.status === 'fail') return [chip('bad', 'experiment.split-off', args)];
      if (check.status === 'unknown') return [chip('warn', 'experiment.split-unknown', args)];
      return [
        chip('good', check.assumed ? 'experiment.split-assumed' : 'experiment.split-fits', args),
      ];
    }
    case 'split-within': {
      const { of = null, value } = check.furthest;
      return check.status === 'pass'
        ? []
        : [chip('warn', 'experiment.split-off-within', { of, value })];
    }
    case 'contamination': {
      const { users, share, status } = check;
      if (users === 0) return [chip('good', 'experiment.nobody-in-two-arms')];
      const tone = status === 'fail' ? 'bad' : 'warn';
      return [chip(tone, 'experiment.in-two-arms', { users, share, rule: params.contamination })];
    }
    case 'activation':
      return [activationChip(check)];
    case 'plan':
      return [planChip(check)];
    case 'left-out': {
      const users = check.reasons.reduce((sum, reason) => sum + reason.users, 0);
      const args = { users, reasons: namesOf(check.reasons.filter((reason) => reason.users > 0)) };
      if (check.status === 'warn') return [chip('warn', 'experiment.left-out-unevenly', args)];
      const byRule = check.reasons.filter(({ name }) => name !== 'several-arms');
      if (byRule.length === 0) return [];
      const left = byRule.reduce((sum, reason) => sum + reason.users, 0);
      return [chip('good', 'experiment.left-out', { users: left, reasons: namesOf(byRule) })];
    }
    case 'unexpected-arms': {
      const users = check.arms.reduce((sum, arm) => sum + arm.users, 0);
      return [chip('warn', 'experiment.leak', { users, arms: check.arms.map(({ name }) => name) })];
    }
    case 'enough-data':
      if (check.status === 'pass') return [chip('good', 'experiment.enough')];
      return check.users < check.needed
        ? [chip('warn', 'experiment.too-few', { users: check.users, needed: check.needed })]
        : [chip('warn', 'experiment.too-rare', { metrics: check.rare })];
    case 'maturity':
      return check.waiting === 0
        ? [chip('good', 'experiment.matured', { windowMs: check.windowMs })]
        : [chip('warn', 'experiment.maturing', { waiting: check.waiting, of: check.of })];
    case 'balance':
      return check.status === 'pass'
        ? [chip('good', 'experiment.balanced')]
        : [chip(check.status === 'fail' ? 'bad' : 'warn', 'experiment.unbalanced')];
    case 'looks':
      return [looksChip(check)];
    case 'without-variant':
      return [chip('warn', 'experiment.without-variant', { users: check.users })];
    case 'duplicates':
      return [
        chip('warn', 'experiment.duplicates', { rows: check.rows, repeated: check.repeated }),
      ];
  }
}

function planChip({ status, isChanged, frozenAt: at }: PlanCheck): Finding {
  if (isChanged) return chip('warn', 'experiment.plan-changed');
  return status === 'pass'
    ? chip('good', 'experiment.plan-kept', { at })
    : chip('warn', 'experiment.plan-late', { at });
}

function planWarnings(check: PlanCheck): Finding[] {
  const { frozenAt: at, isChanged, isIntact, deviations, seen, beforeExposure } = check;
  const text = (value: Json | undefined) => (value === undefined ? null : JSON.stringify(value));
  return [
    ...(isIntact ? [] : [warning('experiment.plan-forged', { at })]),
    ...deviations.map(({ path, was, is }) =>
      warning('experiment.plan-deviation', { at, path, was: text(was), is: text(is) }),
    ),
    ...(isChanged && deviations.length === 0 ? [warning('experiment.plan-unlike', { at })] : []),
    ...(seen ? [warning('experiment.plan-seen', { at })] : []),
    ...(beforeExposure === false ? [warning('experiment.plan-after-exposure', { at })] : []),
  ];
}

function activationChip(check: Extract<Check, { name: 'activation' }>): Finding {
  const { status, users, of } = check;
  const args = { users, of, share: of === 0 ? 0 : users / of };
  if (status === 'fail') return chip('bad', 'experiment.activated-unevenly', args);
  return chip(status === 'pass' ? 'good' : 'warn', 'experiment.activated', args);
}

function namesOf(list: readonly { readonly name: string }[]): string[] {
  return list.map(({ name }) => name);
}

function looksChip({ looks, look, isOver, status }: Extract<Check, { name: 'looks' }>): Finding {
  if (look) {
    const { number, of, passed, isPlanned } = look;
    if (!isPlanned) return chip('warn', 'experiment.look-extra');
    if (passed === 1) return chip('good', 'experiment.look-last');
    return chip('good', 'experiment.look-planned', { number, of });
  }
  if (status === 'warn') return chip('warn', 'experiment.looks-early');
  if (status === 'unknown') return chip('neutral', 'experiment.looks-once');
  if (isOver) return chip('good', 'experiment.looks-over');
  return chip('good', looks === 'hybrid' ? 'experiment.looks-running' : 'experiment.looks-always');
}

function answers({ verdict, metrics }: ExperimentResult): Finding[] {
  const { decision, rule } = verdict;
  const about = verdict.arms.find(({ arm }) => arm === (verdict.arm ?? verdict.arms[0]?.arm));
  const shown = about && shownComparison(about, metrics);
  const args = {
    arm: verdict.arm,
    rule,
    metric: about?.metric ?? null,
    ...(shown ? changeArgs(shown.metric, shown.comparison) : {}),
  };
  const answer: Finding = {
    level: 'answer',
    tone: TONES[decision],
    code: `experiment.${decision}`,
    args,
  };
  const why = note('experiment.rule', { rule });
  const others = otherArms(verdict);
  if (!shown || shown.comparison.difference.estimate === null) return [answer, why, ...others];
  // With a lift the answer says the change; the table says the rest of it.
  const change = note('experiment.change', args);
  const isSaid = shown.comparison.lift.estimate !== null;
  return [answer, isSaid ? { ...change, about: 'metrics' } : change, why, ...others];
}

/** The arms with another decision than the experiment. */
function otherArms({ decision, arms }: Verdict): Finding[] {
  return arms
    .filter((each) => each.decision !== decision)
    .map(({ arm, decision, rule }) => note('experiment.other-arm', { arm, decision, rule }));
}

/** The metric that decided, the better goal where a guardrail is unknown, or the first goal. */
function shownComparison({ arm, metric, rule }: ArmVerdict, metrics: readonly MetricResult[]) {
  const isBetter = ({ role, comparisons }: MetricResult): boolean =>
    role === 'goal' && comparisons.some((each) => each.arm === arm && each.state === 'better');
  const shown =
    (rule === 'guardrail-not-measured' ? metrics.find(isBetter) : undefined) ??
    metrics.find(({ name }) => name === metric) ??
    metrics.find(({ role }) => role === 'goal') ??
    metrics[0];
  const comparison = shown?.comparisons.find((each) => each.arm === arm);
  return shown && comparison ? { metric: shown, comparison } : undefined;
}

function changeArgs(metric: MetricResult, comparison: Comparison): FindingArgs {
  const { difference, lift } = comparison;
  return {
    name: metric.name,
    kind: kindOf(metric.type),
    unit: metric.unit,
    compared: comparison.arm,
    lift: lift.estimate,
    liftLow: lift.low,
    liftHigh: lift.high,
    difference: difference.estimate,
    low: difference.low,
    high: difference.high,
    p: comparison.pAdjusted,
    level: comparison.level,
    mde: metric.mde,
  };
}

/** What a check says in full: beside the answer where it decides that, else behind the table. */
function explained(check: Check, result: ExperimentResult): Finding[] {
  const said = warnings(check, result);
  return check.status === 'fail' && DECIDING.has(check.name)
    ? said
    : said.map((each) => ({ ...each, about: 'trust' }));
}

function warnings(check: Check, { arms, days }: ExperimentResult): Finding[] {
  switch (check.name) {
    case 'srm': {
      if (check.status !== 'fail') return [];
      const planned = arms.map(({ expected }, i) => ({ expected, users: check.observed[i]! }));
      const total = planned.reduce(
        (sum, { expected, users }) => sum + (expected > 0 ? users : 0),
        0,
      );
      const those = planned.filter(({ expected }) => expected > 0);
      const percent = (share: number) => String(Math.round(1000 * share) / 10);
      const args = {
        expected: those.map(({ expected }) => percent(expected)).join('/'),
        found: those.map(({ users }) => percent(users / total)).join('/'),
        users: those.map(({ users }) => String(users)),
        p: check.p,
        ...furthestArgs(check, arms),
      };
      return [warning('experiment.split-explained', args)];
    }
    case 'split-within': {
      if (check.status === 'pass') return [];
      const { of = null, arms: names, observed, expected, ...furthest } = check.furthest;
      const args = { ...furthest, of, arms: names, tests: check.tests };
      const rounded = expected.map((users) => String(Math.round(users)));
      return [
        warning('experiment.split-off-within-explained', {
          ...args,
          users: observed.map(String),
          planned: rounded,
        }),
      ];
    }
    case 'contamination':
      if (check.status !== 'fail') return [];
      return [warning('experiment.contamination-explained', { share: check.share })];
    case 'unexpected-arms':
      return check.arms.map(({ name, users, inPlan = false }) =>
        warning('experiment.leak-explained', { arm: name, users, inPlan }),
      );
    case 'activation': {
      if (check.status !== 'fail') return [];
      const planned = arms.flatMap(({ name, expected }, i) =>
        expected > 0 ? [{ name, users: check.observed[i]! }] : [],
      );
      const args = { arms: namesOf(planned), users: planned.map(({ users }) => String(users)) };
      return [warning('experiment.activation-explained', { ...args, p: check.p })];
    }
    case 'plan':
      return planWarnings(check);
    case 'left-out':
      if (check.status !== 'warn') return [];
      return [uneven(check.reasons)];
    case 'balance':
      if (check.status === 'pass') return [];
      return [warning('experiment.unbalanced-explained', { metric: check.metric, p: check.p })];
    case 'duplicates':
      // Of one row per user the first counts, and the chip says all; events count again.
      if (check.rows === 0 || days === null) return [];
      return [warning('experiment.duplicates-explained', { rows: check.rows })];
    case 'maturity': {
      const { waiting, of, windowMs } = check;
      if (waiting === 0) return [];
      return [note('experiment.maturing-explained', { waiting, of, windowMs })];
    }
    default:
      return [];
  }
}

/** The arm furthest from its plan, with the users it has and should have; null of two arms. */
function furthestArgs(
  { furthest, observed, expected }: Extract<Check, { name: 'srm' }>,
  arms: ExperimentResult['arms'],
): FindingArgs {
  const i = arms.findIndex(({ name }) => name === furthest);
  if (i < 0) return { furthest: null };
  return { furthest: arms[i]!.name, has: observed[i]!, planned: expected[i]! };
}

/** The reason that took most unevenly, with the arms that lost most and least. */
function uneven(reasons: readonly LeftOut[]): Finding {
  const worst = reasons.reduce((a, b) => ((b.p ?? 1) < (a.p ?? 1) ? b : a));
  const shares = worst.arms
    .map(({ name, users, of }) => ({ name, share: of === 0 ? 0 : users / of }))
    .sort((a, b) => b.share - a.share);
  const [most, least] = [shares[0]!, shares.at(-1)!];
  return warning('experiment.left-out-explained', {
    reason: worst.name,
    most: most.name,
    mostShare: most.share,
    least: least.name,
    leastShare: least.share,
    p: worst.p,
  });
}

function chip(tone: Tone, code: FindingCode, args: FindingArgs = {}): Finding {
  return { level: 'check', tone, code, args };
}

function note(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'note', tone: 'neutral', code, args };
}

function warning(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'warning', tone: 'warn', code, args };
}
