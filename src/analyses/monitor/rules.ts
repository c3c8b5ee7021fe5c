import { Problem, type ProblemData } from '../../base/problem';
import type { Period } from '../../events/calendar';
import { median } from '../../stats/generalised-esd';
import { orProblem } from '../or-problem';
import { anomalyChance, anomalyVerdicts } from './anomaly-rule';
import { changeChance, changeReach, changeVerdicts } from './change-rule';
import { type CusumCourse, cusumChance, cusumCourse } from './cusum-rule';
import type { Values, Verdict } from './judged';
import { levelChance, levelVerdicts } from './level-rule';
import type { MonitorParams, MonitorRule } from './params';
import type { Noise, RuleResult } from './result';

/** A rule and what it says of every period of the data. */
export interface JudgedRule {
  readonly name: string;
  readonly type: MonitorRule['type'];
  readonly verdicts: readonly Verdict[];
  /** Periods in a row in which it fired, half-open. */
  readonly episodes: readonly { readonly from: number; readonly to: number }[];
  /** How many periods before the one in which it fires its reason may begin. */
  readonly reach: number;
  readonly falseAlarms: RuleResult['falseAlarms'];
  readonly sums: CusumCourse['sums'] | null;
  /** Of a cumulative sum. */
  readonly limit: number | null;
  readonly problem: ProblemData | null;
}

const YEAR = 365.25;

/** Periods of a year. */
const PER_YEAR: Readonly<Record<Period, number>> = {
  hour: 24 * YEAR,
  day: YEAR,
  week: YEAR / 7,
  month: 12,
};

/**
 * Every rule over the complete periods.
 *
 * @param before  incomplete periods before them; verdicts are numbered from the first of these
 */
export function judgedRules(
  values: Values,
  { rules, period, metric }: MonitorParams,
  noise: Noise,
  before: number,
): JudgedRule[] {
  const names = new Map<string, number>();
  return rules.map((rule) => {
    const base = rule.name ?? rule.type;
    const count = (names.get(base) ?? 0) + 1;
    names.set(base, count);
    const name = count === 1 ? base : `${base}-${count}`;
    const isVain = rule.type === 'change' && typeof rule.by === 'number' && metric.type === 'nps';
    const course = isVain
      ? new Problem('no-relative-change')
      : orProblem(() => courseOf(values, rule, period));
    const isJudged = !(course instanceof Problem);
    const verdicts = [
      ...Array.from({ length: before }, () => null),
      ...(isJudged ? course.verdicts : values.map(() => null)),
    ];
    return {
      ...{ name, type: rule.type, verdicts, episodes: episodesOf(verdicts) },
      reach: rule.type === 'change' ? changeReach(rule) : rule.type === 'level' ? rule.runs : 1,
      falseAlarms: isJudged
        ? falseAlarms(rule, values, noise, period)
        : { perYear: null, problem: course.toJSON() },
      sums:
        isJudged && course.sums !== null
          ? [...Array.from({ length: before }, () => ({ down: null, up: null })), ...course.sums]
          : null,
      limit: rule.type === 'cusum' ? rule.limit : null,
      problem: isJudged ? null : course.toJSON(),
    };
  });
}

interface Course {
  readonly verdicts: readonly Verdict[];
  readonly sums: CusumCourse['sums'] | null;
}

function courseOf(values: Values, rule: MonitorRule, period: Period): Course {
  switch (rule.type) {
    case 'change':
      return { verdicts: changeVerdicts(values, rule), sums: null };
    case 'level':
      return { verdicts: levelVerdicts(values, rule), sums: null };
    case 'cusum':
      return cusumCourse(values, rule, period);
    case 'anomaly':
      return { verdicts: anomalyVerdicts(values, rule, period), sums: null };
  }
}

function falseAlarms(
  rule: MonitorRule,
  values: Values,
  noise: Noise,
  period: Period,
): RuleResult['falseAlarms'] {
  const known = values.filter((value) => value !== null);
  const level = known.length > 0 ? median(known) : 0;
  const chance = chanceOf(rule, noise, level, known.length);
  if (chance !== null) return { perYear: chance * PER_YEAR[period] };
  return { perYear: null, problem: noise.problem ?? new Problem('no-relative-change').toJSON() };
}

/** The chance that a rule fires in a period in which nothing changes but by noise. */
function chanceOf(rule: MonitorRule, noise: Noise, level: number, periods: number): number | null {
  switch (rule.type) {
    case 'change':
      return changeChance(rule, noise, level);
    case 'level':
      return levelChance(rule, noise, level);
    case 'cusum':
      return cusumChance(rule);
    case 'anomaly':
      return anomalyChance(rule, periods);
  }
}

function episodesOf(verdicts: readonly Verdict[]): { from: number; to: number }[] {
  const episodes: { from: number; to: number }[] = [];
  for (const [i, verdict] of verdicts.entries()) {
    if (verdict !== true) continue;
    const last = episodes.at(-1);
    if (last?.to === i) last.to = i + 1;
    else episodes.push({ from: i, to: i + 1 });
  }
  return episodes;
}

/** The rule's part of the result, of the periods that are shown. */
export function ruleResult(
  rule: JudgedRule,
  {
    starts,
    from,
    to,
  }: { readonly starts: readonly string[]; readonly from: number; readonly to: number },
): RuleResult {
  const shown = rule.verdicts.slice(from, to);
  const last = rule.verdicts.length - 1;
  const fired = shown.flatMap((verdict, i) => (verdict === true ? [starts[from + i]!] : []));
  const { name, type, falseAlarms, sums, limit, problem } = rule;
  return {
    ...{ name, type },
    judged: shown.filter((verdict) => verdict !== null).length,
    times: fired.length,
    fired,
    episodes: rule.episodes
      .map((episode) => ({ from: Math.max(from, episode.from), to: Math.min(to, episode.to) }))
      .filter((episode) => episode.from < episode.to)
      .map((episode) => ({
        from: starts[episode.from]!,
        through: starts[episode.to - 1]!,
        periods: episode.to - episode.from,
      })),
    now: last < to && rule.verdicts[last] === true,
    falseAlarms,
    ...(sums === null || limit === null ? {} : { limit, sums: paddedTo(sums, to).slice(from, to) }),
    ...(problem === null ? {} : { problem }),
  };
}

/** The last, unfinished period has no sum yet. */
function paddedTo(sums: CusumCourse['sums'], length: number): CusumCourse['sums'] {
  const missing = Math.max(0, length - sums.length);
  return [...sums, ...Array.from({ length: missing }, () => ({ down: null, up: null }))];
}
