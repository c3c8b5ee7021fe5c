import type { churnFindings as english } from '../en/churn-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

export const churnFindings: typeof english = {
  'churn.suggested': ({ days, below, horizonDays }, n) =>
    `沉默 ${int(days, n)} 天视为流失：此后${horizonDays === null ? '' : ` ${int(horizonDays, n)} 天内`}回来的不到 ${n.pct(Number(below), 0)}`,
  'churn.given': ({ days }, n) => `按你的设定，沉默 ${int(days, n)} 天视为流失`,
  'churn.would-suggest': ({ suggestedDays, below }, n) =>
    `数据建议 ${int(suggestedDays, n)} 天：此后回来的不到 ${n.pct(Number(below), 0)}`,
  'churn.few': ({ users }, n) => `曾经活跃的用户只有 ${int(users, n)} 人：比例参考意义不大`,
  'churn.empty-days': ({ days, through }, n) =>
    `截至 ${dateText(through, n)} 的最近 ${int(days, n)} 天里没有任何人活跃：数据截止日期是否正确，或是否有日期写错？`,
  'churn.standing': ({ users, churned, atRisk, through }, n) =>
    `截至 ${dateText(through, n)}，${int(users, n)} 名用户中有 ${int(churned, n)} 人（${share(churned, users, n)}）已流失，另有 ${int(atRisk, n)} 人沉默的时间超过自身习惯。`,
  'churn.left': ({ users, churned, through }, n) =>
    `截至 ${dateText(through, n)}，${int(users, n)} 名用户中有 ${int(churned, n)} 人（${share(churned, users, n)}）已流失。`,
  'churn.back': ({ days, of, returned, rate, low, high, horizonDays }, n) =>
    `沉默达到 ${int(days, n)} 天的有 ${int(of, n)} 次，其中 ${int(returned, n)} 次目前已以回归结束；${horizonDays === null ? '长期来看' : `${int(horizonDays, n)} 天内`}回来的占 ${n.pct(Number(rate), 1)}（${n.pct(Number(low), 1)} 至 ${n.pct(Number(high), 1)}）。`,
  'churn.gaps': ({ medianDays, p90Days }, n) =>
    `会回来的用户，间隔中位数为 ${daysOf(medianDays, n)} 天，九成在 ${daysOf(p90Days, n)} 天以内。`,
  'churn.rhythm': ({ users, gaps }, n) =>
    `有 ${int(users, n)} 名用户（至少 ${int(gaps, n)} 次间隔）可以看出自身习惯；其余用户在流失之前都算活跃。`,
  'churn.more': (args, n) =>
    `${dateText(args.start, n)} 起的周期流失多于上一周期：${rates(args, n)}。`,
  'churn.less': (args, n) =>
    `${dateText(args.start, n)} 起的周期流失少于上一周期：${rates(args, n)}。`,
  'churn.last': (args, n) =>
    `${dateText(args.start, n)} 起的周期流失与上一周期大致相当：${rates(args, n)}。`,
};

function rates({ churned, of, rate, before }: FindingArgs, n: Numbers): string {
  return `${int(of, n)} 人中 ${int(churned, n)} 人（${n.pct(Number(rate), 1)}），此前为 ${n.pct(Number(before), 1)}`;
}

function share(
  part: FindingArgs[string] | undefined,
  of: FindingArgs[string] | undefined,
  n: Numbers,
) {
  return n.pct(Number(part) / Number(of), 0);
}

function daysOf(days: FindingArgs[string] | undefined, n: Numbers): string {
  return n.num(Number(days), Number.isInteger(Number(days)) ? 0 : 1);
}

function int(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.int(Number(value));
}

function dateText(date: FindingArgs[string] | undefined, n: Numbers): string {
  return n.date(Date.parse(String(date)), 'UTC');
}
