import type { Finding, FindingCode } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import type { Group, RetentionResult } from './result';

/** With fewer users a rate is a matter of a few people. */
export const FEW_USERS = 30;
const ALPHA = 0.05;

/**
 * The rule in force, and what else to know of a result, the more important first.
 *
 * @param isChosen  whether the control was meant to be one
 */
export function notes(result: RetentionResult, isChosen: boolean): Finding[] {
  const { groups, rule, missing } = result;
  return [
    note('retention.rule', ruleArgs(result)),
    ...splitExplained(result),
    ...(rule.mode === 'on-or-after' && rule.horizon === null
      ? [warning('retention.unlimited', { period: rule.period })]
      : []),
    ...groups.flatMap((group) => mixed(result, group)),
    ...cutAtStart(result),
    ...small(groups),
    ...(missing > 0
      ? [warning('retention.missing', { rows: missing, sum: rule.sum ?? null })]
      : []),
    ...leaving(result),
    ...(isChosen && result.split === undefined
      ? [note('retention.not-random', { column: rule.breakdown ?? null })]
      : []),
  ];
}

function ruleArgs({ rule }: RetentionResult): FindingArgs {
  const { cohorts, period, mode, windows, minimum, horizon, overall, start, sum } = rule;
  return {
    cohorts,
    period,
    mode,
    windows,
    minimum,
    horizon: horizon ?? null,
    overall,
    start,
    return: rule.return,
    sum: sum ?? null,
  };
}

function splitExplained({ split }: RetentionResult): Finding[] {
  if (split?.status !== 'fail') return [];
  return [
    warning('retention.split-explained', {
      observed: split.observed.map(String),
      expected: split.expected.map((users) => String(Math.round(users))),
      p: split.p,
    }),
  ];
}

function mixed({ rule }: RetentionResult, { name, mixed, overall }: Group): Finding[] {
  if (mixed.length === 0) return [];
  const labels = mixed.map((offset) => {
    return rule.columns[overall.findIndex((cell) => cell.offset === offset)]!;
  });
  return [warning('retention.mixed', { group: name, period: rule.period, labels })];
}

/** The first cohort of the data may hold users who had started before. */
function cutAtStart({ rule, groups, covered }: RetentionResult): Finding[] {
  if (rule.cohorts === 'recurring') return [];
  const users = groups
    .flatMap(({ rows }) => rows)
    .filter(({ cohort }) => cohort === covered.firstPeriod)
    .reduce((sum, row) => sum + row.users, 0);
  if (users === 0) return [];
  return [warning('retention.first-cohort', { cohort: covered.firstPeriod, users })];
}

/** Cohorts of few users, of a breakdown whole groups. */
function small(groups: readonly Group[]): Finding[] {
  if (groups.length > 1) {
    const few = groups.filter(({ users }) => users < FEW_USERS).map(({ name }) => name!);
    if (few.length === 0) return [];
    return [warning('retention.small-groups', { groups: few, users: FEW_USERS })];
  }
  const rows = groups.flatMap((group) => group.rows);
  const few = rows.filter(({ users }) => users < FEW_USERS).length;
  if (few === 0) return [];
  return [warning('retention.small', { cohorts: few, of: rows.length, users: FEW_USERS })];
}

/** Which groups lose their users at another speed than the control, and which do not visibly. */
function leaving({ logRank, rule }: RetentionResult): Finding[] {
  const tested = logRank.filter(({ pAdjusted }) => pAdjusted !== null);
  const differ = tested.filter(({ pAdjusted }) => pAdjusted! < ALPHA);
  const alike = tested.filter((each) => !differ.includes(each));
  const said = (list: typeof tested, code: FindingCode, p: (...ps: number[]) => number) => {
    if (list.length === 0) return [];
    const groups = list.map(({ group }) => group);
    const most = p(...list.map(({ pAdjusted }) => pAdjusted!));
    return [note(code, { control: rule.control ?? null, groups, p: most })];
  };
  return [
    ...said(differ, 'retention.leaving', Math.max),
    ...said(alike, 'retention.leaving-alike', Math.min),
  ];
}

function note(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'note', tone: 'neutral', code, args };
}

function warning(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'warning', tone: 'warn', code, args };
}
